import type { Agent } from '../../generated/types/index.js'

/** How far the latest deployment of an agent has come. */
export type Readiness =
  | { readonly state: 'pending' }
  | { readonly state: 'ready' }
  | { readonly state: 'failed'; readonly reason: string }

/**
 * A deployment is complete when it is the one that the platform has processed last and the agent is ready. It has failed when the
 * service lists errors, or when the revision that belongs to it is in the phase `Failed`.
 */
export function readiness(agent: Agent): Readiness {
  const reason = failure(agent)
  if (reason !== undefined) return { state: 'failed', reason }
  return { state: agent.ready && isProcessed(agent) ? 'ready' : 'pending' }
}

/** Responses of before 2026 do not say which deployment was processed; then `ready` alone counts. */
function isProcessed(agent: Agent): boolean {
  const desired = desiredDeployment(agent)
  const { reconciledDeploymentId: processed } = agent
  return desired === undefined || processed === undefined || processed === desired
}

/** Id of the deployment that was asked for last, which had another name before. */
function desiredDeployment({ desiredDeploymentId, activeDeploymentId }: Agent): string | undefined {
  return desiredDeploymentId ?? activeDeploymentId
}

function failure(agent: Agent): string | undefined {
  const error = agent.errors?.[0]
  if (error !== undefined) return sentence([error.code, error.message ?? error.error])
  const { currentRevision: revision } = agent
  if (revision?.phase !== 'Failed') return undefined
  const desired = desiredDeployment(agent)
  // Right after an update, the revision may still be that of the deployment before.
  if (desired !== undefined && (revision.deploymentID ?? desired) !== desired) return undefined
  const { reason, lastTerminationReason, message } = revision.health ?? {}
  return sentence(['its phase is Failed', reason, lastTerminationReason, message])
}

function sentence(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(': ')
}
