/** How far the deployment of a new agent has come. */
export interface Rollout {
  readonly phase: 'Creating' | 'Validating' | 'Active'
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
export function rolloutAt(now: Date, createdAt: Date, readyAfter: number): Rollout | undefined {
  const begun = PHASES.map(({ phase, begins }) => ({
    phase,
    phaseStartedAt: new Date(createdAt.getTime() + begins * readyAfter),
  }))
  return begun.findLast(({ phaseStartedAt }) => phaseStartedAt <= now)
}
