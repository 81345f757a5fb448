import type {
  AgentProfile,
  CreateAgentRequest,
  DeploymentManifest,
  DeploymentResources,
  DeploymentSpec,
  KrispViva,
  ReplicaScaling,
  WebsocketAuth,
} from '../../generated/types/index.js'

const RESOURCES: { readonly [K in AgentProfile]: DeploymentResources } = {
  'agent-1x': { cpu: '500m', memory: '1Gi' },
  'agent-2x': { cpu: '1000m', memory: '2Gi' },
  'agent-3x': { cpu: '1500m', memory: '3Gi' },
}

/** The manifest that a request leads to. */
export function manifestOf(request: CreateAgentRequest, namespace: string): DeploymentManifest {
  return {
    apiVersion: 'pipecatcloud.daily.co/v1',
    kind: 'PCService',
    metadata: { name: request.serviceName, namespace },
    spec: specOf(request),
  }
}

/** The profile of a request. */
export function profileOf({ agentProfile = 'agent-1x' }: CreateAgentRequest): AgentProfile {
  return agentProfile
}

/** How many instances a request asks for, in the words of responses. */
export function scalingOf({ autoScaling }: CreateAgentRequest): ReplicaScaling {
  return { minReplicas: autoScaling?.minAgents ?? 0, maxReplicas: autoScaling?.maxAgents ?? 50 }
}

/** Whether a WebSocket needs a token. What holds where a request does not say is disputed; the newer source has `token`. */
export function websocketAuthOf({ websocketAuth = 'token' }: CreateAgentRequest): WebsocketAuth {
  return websocketAuth
}

function specOf(request: CreateAgentRequest): DeploymentSpec {
  const { image, imagePullSecretSet, secretSet, maxSessionDuration } = request
  return {
    dailyNodeType: request.nodeType ?? 'arm',
    deploymentMode: 'keda',
    clusterLocal: true,
    // Of a build the API tells the image to nobody.
    ...(image !== undefined && { image }),
    autoScaling: scalingOf(request),
    ...(imagePullSecretSet !== undefined && { imagePullSecretName: imagePullSecretSet }),
    envFromSecretNames: secretSet === undefined ? [] : [secretSet],
    krispModels: { enabled: request.enableKrisp ?? false },
    krispViva: krispVivaOf(request.krispViva),
    integratedKeysProxy: { enabled: request.enableManagedKeys ?? false },
    resources: RESOURCES[profileOf(request)],
    // Absent when the default of the platform holds.
    ...(maxSessionDuration !== undefined && { maxSessionDurationSeconds: maxSessionDuration }),
  }
}

function krispVivaOf({ audioFilter = null }: KrispViva = {}): NonNullable<DeploymentSpec['krispViva']> {
  if (audioFilter === null) return { audioFilters: false }
  return {
    audioFilters: true,
    version: '20251010',
    modelVars: { KRISP_VIVA_MODEL_PATH: `audio_filters/krisp-viva-${audioFilter}-v2.kef` },
  }
}
