import type { Agent, CreateAgentRequest } from '../../generated/types/index.js'

/** What is sent. */
export const request: CreateAgentRequest = {
  serviceName: 'voice-starter',
  image: 'your-dockername/voice-starter:0.1',
  region: 'us-west',
  secretSet: 'voice-starter-secrets',
  imagePullSecretSet: 'dockerhub-credentials',
  autoScaling: { minAgents: 1, maxAgents: 20 },
  krispViva: { audioFilter: 'tel' },
}

const createdAt = '2026-01-31T09:30:00.000Z'
const deploymentId = '6a1f0c9e-2b7d-4f35-9d0e-4c8a1b2f3d4e'

/** What is answered. */
export const agent: Agent = {
  name: 'voice-starter',
  region: 'us-west',
  ready: false,
  available: false,
  createdAt,
  updatedAt: createdAt,
  desiredDeploymentId: deploymentId,
  activeDeploymentId: deploymentId,
  reconciledDeploymentId: null,
  activeDeploymentReady: false,
  autoScaling: { minReplicas: 1, maxReplicas: 20 },
  activeSessionCount: 0,
  deployment: {
    id: deploymentId,
    serviceId: 'b0c7d9f4-5a21-4e6b-8f3d-7e9a0c1b2d3f',
    createdAt,
    updatedAt: createdAt,
    manifest: {
      apiVersion: 'pipecatcloud.daily.co/v1',
      kind: 'PCService',
      metadata: { name: 'voice-starter', namespace: 'tiny-ferret-maroon-123' },
      spec: {
        dailyNodeType: 'arm',
        image: 'your-dockername/voice-starter:0.1',
        autoScaling: { minReplicas: 1, maxReplicas: 20 },
        imagePullSecretName: 'dockerhub-credentials',
        envFromSecretNames: ['voice-starter-secrets'],
        resources: { cpu: '500m', memory: '1Gi' },
        krispViva: { audioFilters: true },
      },
    },
  },
  agentProfile: 'agent-1x',
  krispViva: { audioFilter: 'tel' },
}
