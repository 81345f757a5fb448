import type { Agent, Deployment, KrispVivaStatus, Revision } from '../../generated/types/index.js'
import { profileOf, scalingOf } from './manifest.js'
import type { Rollout } from './rollout.js'
import type { StoredAgent } from './state.js'

/** An agent as the API shows it, with its deployment as far as that has come; `undefined` is not processed yet. */
export function agentView(agent: StoredAgent, rollout: Rollout | undefined): Agent {
  const { request, region, createdAt, deployment } = agent
  const ready = rollout?.phase === 'Active'
  return {
    name: request.serviceName,
    region,
    ready,
    available: ready,
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
    desiredDeploymentId: deployment.id,
    activeDeploymentId: deployment.id,
    reconciledDeploymentId: rollout ? deployment.id : null,
    activeDeploymentReady: ready,
    autoScaling: scalingOf(request),
    activeSessionCount: 0,
    deployment: deploymentView(agent),
    agentProfile: profileOf(request),
    krispViva: krispVivaView(agent),
    ...(rollout && { currentRevision: revisionView(agent, rollout), previousRevision: null }),
  }
}

function deploymentView({ id, deployment }: StoredAgent): Deployment {
  const createdAt = deployment.createdAt.toISOString()
  return { id: deployment.id, manifest: deployment.manifest, serviceId: id, createdAt, updatedAt: createdAt }
}

function krispVivaView({ request: { krispViva } }: StoredAgent): KrispVivaStatus | null {
  return krispViva ? { audioFilter: krispViva.audioFilter ?? null } : null
}

function revisionView({ request, deployment }: StoredAgent, { phase, phaseStartedAt }: Rollout): Revision {
  const running = phase === 'Active' ? scalingOf(request).minReplicas : 0
  return {
    deploymentID: deployment.id,
    phase,
    readyReplicas: running,
    phaseStartedAt: phaseStartedAt.toISOString(),
    // Absent until an instance has started, which with none kept warm is not before the first session.
    ...(running > 0 && {
      health: { ready: true, state: 'running', restartCount: 0, replicasStarted: running },
    }),
  }
}
