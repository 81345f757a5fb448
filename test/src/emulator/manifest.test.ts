import { describe, expect, it } from 'vitest'
import type { CreateAgentRequest, DeploymentSpec } from '../../../generated/types/index.js'
import { manifestOf } from '../../../src/emulator/manifest.js'
import { minimal } from './emulation.js'

const off: DeploymentSpec = {
  dailyNodeType: 'arm',
  deploymentMode: 'keda',
  clusterLocal: true,
  image: minimal.image,
  autoScaling: { minReplicas: 0, maxReplicas: 50 },
  envFromSecretNames: [],
  krispModels: { enabled: false },
  krispViva: { audioFilters: false },
  integratedKeysProxy: { enabled: false },
  resources: { cpu: '500m', memory: '1Gi' },
}

function filtered(model: string): DeploymentSpec {
  return {
    krispViva: {
      audioFilters: true,
      version: '20251010',
      modelVars: { KRISP_VIVA_MODEL_PATH: `audio_filters/krisp-viva-${model}-v2.kef` },
    },
  }
}

const cases: readonly (readonly [members: Partial<CreateAgentRequest>, spec: DeploymentSpec])[] = [
  [{}, {}],
  [{ autoScaling: {} }, {}],
  [{ autoScaling: { minAgents: 3 } }, { autoScaling: { minReplicas: 3, maxReplicas: 50 } }],
  [{ autoScaling: { maxAgents: 7 } }, { autoScaling: { minReplicas: 0, maxReplicas: 7 } }],
  [{ secretSet: 'a' }, { envFromSecretNames: ['a'] }],
  [{ imagePullSecretSet: 'b' }, { imagePullSecretName: 'b' }],
  [{ maxSessionDuration: 60 }, { maxSessionDurationSeconds: 60 }],
  [{ agentProfile: 'agent-1x' }, {}],
  [{ agentProfile: 'agent-2x' }, { resources: { cpu: '1000m', memory: '2Gi' } }],
  [{ agentProfile: 'agent-3x' }, { resources: { cpu: '1500m', memory: '3Gi' } }],
  [{ enableKrisp: true }, { krispModels: { enabled: true } }],
  [{ enableManagedKeys: true }, { integratedKeysProxy: { enabled: true } }],
  [{ krispViva: {} }, {}],
  [{ krispViva: { audioFilter: null } }, {}],
  [{ krispViva: { audioFilter: 'tel' } }, filtered('tel')],
  [{ krispViva: { audioFilter: 'pro' } }, filtered('pro')],
  [{ websocketAuth: 'token' }, {}],
]

describe('manifestOf', () => {
  it.each(cases)('of %j has %j', (members, spec) => {
    // The members do not touch the choice of image, which is all that the spread loses in type.
    const request = { ...minimal, ...members } as CreateAgentRequest
    expect(manifestOf(request, 'our-organization')).toEqual({
      apiVersion: 'pipecatcloud.daily.co/v1',
      kind: 'PCService',
      metadata: { name: 'voice-starter', namespace: 'our-organization' },
      spec: { ...off, ...spec },
    })
  })
})
