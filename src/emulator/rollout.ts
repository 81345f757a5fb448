import type { StoredDeployment } from './state.js'

/** How far a deployment has come by itself. */
export interface Rollout {
  readonly phase: 'Creating' | 'Validating' | 'Active' | 'Failed'
  readonly phaseStartedAt: Date
}

/** The phases, and when each begins as a part of the time until the agent is ready. Before the first, nobody has looked at the deployment. */
const PHASES = [
  { phase: 'Creating', begins: 0.25 },
  { phase: 'Validating', begins: 0.5 },
  { phase: 'Active', begins: 1 },
] as const

/**
 * How far a deployment has come at a time; `undefined` as long as the platform has not processed it.
 * @param readyAfter Milliseconds from the creation until the agent is ready.
 */
export function rolloutAt(
  now: Date,
  createdAt: Date,
  readyAfter: number,
  isFailing = false,
): Rollout | undefined {
  const begun = PHASES.map(({ phase, begins }) => ({
    phase: phase === 'Active' && isFailing ? ('Failed' as const) : phase,
    phaseStartedAt: new Date(createdAt.getTime() + begins * readyAfter),
  }))
  return begun.findLast(({ phaseStartedAt }) => phaseStartedAt <= now)
}

/** A deployment that the platform has processed, and how far it has come. */
export interface RolledOut {
  readonly deployment: StoredDeployment
  readonly rollout: Rollout
}

/** What the deployments of an agent come to. */
export interface Rollouts {
  /** The one that the platform has processed last. */
  readonly current: RolledOut | undefined
  /** The one that takes sessions, which may be an earlier one. */
  readonly serving: RolledOut | undefined
}

/**
 * What the deployments of an agent, the oldest first, come to at a time. A deployment that is not active when the platform turns
 * to the next one never becomes it.
 */
export function rolloutsOf(deployments: readonly StoredDeployment[], now: Date): Rollouts {
  const begun = deployments.flatMap((deployment, index) => {
    const next = deployments[index + 1]
    const turned = next && beginOf(next)
    const rollout = ownRollout(deployment, turned !== undefined && turned < now ? turned : now)
    return rollout ? [{ deployment, rollout }] : []
  })
  return { current: begun.at(-1), serving: begun.findLast(({ rollout }) => rollout.phase === 'Active') }
}

function ownRollout({ createdAt, readyAfter, failure }: StoredDeployment, now: Date): Rollout | undefined {
  return rolloutAt(now, createdAt, readyAfter, failure !== undefined)
}

/** When the platform turns to a deployment. */
function beginOf({ createdAt, readyAfter }: StoredDeployment): Date {
  return new Date(createdAt.getTime() + PHASES[0].begins * readyAfter)
}
