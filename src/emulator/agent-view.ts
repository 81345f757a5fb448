import type {
  Agent,
  AgentListItem,
  Deployment,
  KrispVivaStatus,
  Revision,
} from '../../generated/types/index.js'
import type { Failure } from './failing.js'
import { profileOf, scalingOf } from './manifest.js'
import { revisionView } from './revision-view.js'
import { type RolledOut, type Rollouts, rolloutsOf } from './rollout.js'
import { instanceCount, isActive } from './session-time.js'
import type { StoredAgent, StoredDeployment, StoredSession } from './state.js'

/** What an agent is seen by. */
export interface Sight {
  readonly now: Date
  /** Those of the agent. */
  readonly sessions: readonly StoredSession[]
  /** The deployments that the platform has turned to or may turn to now, the oldest first. Default: all. */
  readonly deployments?: readonly StoredDeployment[]
}

/** An agent as the API shows it, with its deployments as far as they have come. */
export function agentView(agent: StoredAgent, sight: Sight): Agent {
  const { request, region, createdAt, updatedAt, deployment } = agent
  const rollouts = rolloutsOf(sight.deployments ?? deploymentsOf(agent), sight.now)
  const { current, serving } = rollouts
  const ready = serving?.deployment.id === deployment.id
  return {
    name: request.serviceName,
    region,
    ready,
    available: serving !== undefined,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    desiredDeploymentId: deployment.id,
    activeDeploymentId: deployment.id,
    reconciledDeploymentId: current?.deployment.id ?? null,
    activeDeploymentReady: ready,
    autoScaling: scalingOf(request),
    activeSessionCount: sight.sessions.filter((session) => isActive(session, sight.now)).length,
    deployment: deploymentView(agent),
    agentProfile: profileOf(request),
    krispViva: krispVivaView(agent),
    ...(current && revisionsView(agent, { ...rollouts, current }, sight)),
    ...(current?.rollout.phase === 'Failed' && failureView(current.deployment.failure)),
  }
}

/** An agent as the list of agents shows it. */
export function agentListItem(agent: StoredAgent, organizationId: string, now: Date): AgentListItem {
  const { id, request, region, deployment, createdAt, updatedAt } = agent
  const { current } = rolloutsOf(deploymentsOf(agent), now)
  return {
    id,
    name: request.serviceName,
    region,
    desiredDeploymentId: deployment.id,
    activeDeploymentId: deployment.id,
    reconciledDeploymentId: current?.deployment.id ?? null,
    organizationId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: null,
  }
}

/** The deployments of an agent, the oldest first. */
export function deploymentsOf({ earlier, deployment }: StoredAgent): readonly StoredDeployment[] {
  return [...earlier, deployment]
}

/** The deployment that was asked for last, as the API shows it. */
export function deploymentView({ id, deployment }: StoredAgent): Deployment {
  const { manifest, createdAt, updatedAt } = deployment
  return {
    id: deployment.id,
    manifest,
    serviceId: id,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}

function krispVivaView({ request: { krispViva } }: StoredAgent): KrispVivaStatus | null {
  return krispViva ? { audioFilter: krispViva.audioFilter ?? null } : null
}

function revisionsView(
  agent: StoredAgent,
  rollouts: Rollouts & { readonly current: RolledOut },
  { now, sessions }: Sight,
): { currentRevision: Revision; previousRevision: Revision | null } {
  const { current } = rollouts
  const view = (rolledOut: RolledOut, isDraining: boolean): Revision => {
    const own = sessions.filter(({ deploymentId }) => deploymentId === rolledOut.deployment.id)
    const kept = isDraining ? 0 : scalingOf(agent.request).minReplicas
    const instances = isDraining
      ? own.filter((session) => isActive(session, now)).length
      : instanceCount(own, kept, now)
    return revisionView(rolledOut, { instances, isDraining }, now)
  }
  const previous = previousOf(
    agent,
    rollouts,
    sessions.filter((session) => isActive(session, now)),
  )
  return {
    currentRevision: view(current, false),
    previousRevision: previous ? view(previous.rolledOut, previous.isDraining) : null,
  }
}

/** The deployment that still serves while the next one comes up, or the last of those that only end their sessions. */
function previousOf(
  agent: StoredAgent,
  { current, serving }: Rollouts & { readonly current: RolledOut },
  active: readonly StoredSession[],
): { rolledOut: RolledOut; isDraining: boolean } | undefined {
  if (!serving) return undefined
  if (serving.deployment !== current.deployment) return { rolledOut: serving, isDraining: false }
  const busy = new Set(active.map(({ deploymentId }) => deploymentId))
  const deployment = agent.earlier.findLast(({ id }) => busy.has(id))
  if (!deployment) return undefined
  const { phaseStartedAt } = current.rollout
  return { rolledOut: { deployment, rollout: { phase: 'Active', phaseStartedAt } }, isDraining: true }
}

function failureView(failure: Failure | undefined): Pick<Agent, 'conditions' | 'errors'> {
  if (!failure) return {}
  const { reason, message, code } = failure
  return {
    conditions: [{ type: 'Degraded', status: 'True', reason, ...(message !== undefined && { message }) }],
    ...(code !== undefined && { errors: [{ code, message: message ?? reason }] }),
  }
}
