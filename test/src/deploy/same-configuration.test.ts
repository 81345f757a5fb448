import { describe, expect, test } from 'vitest'
import { differences } from '../../../src/deploy/same-configuration.js'
import type { Agent, CreateAgentRequest, DeploymentSpec } from '../../../src/index.js'
import { agentWith } from '../agent.js'

const seed = agentWith()
const image = 'your-dockername/voice-starter:0.1'

/** What the agent of the reference page was created with, as far as it shows it. */
const shared = {
  serviceName: 'voice-starter',
  region: 'us-west',
  secretSet: 'voice-starter-secrets',
  autoScaling: { minAgents: 1, maxAgents: 20 },
  krispViva: { audioFilter: 'tel' },
  agentProfile: 'agent-1x',
} as const
const request: CreateAgentRequest = { ...shared, image }
const ofBuild: CreateAgentRequest = { ...shared, buildId: 'e2b1c3a4-0000-4000-8000-000000000000' }

/** The request without a property. */
function lacking(...names: (keyof typeof shared)[]): CreateAgentRequest {
  return without(request, names)
}

function without<T extends object>(value: T, names: readonly (keyof T)[]): T {
  const rest = { ...value }
  for (const name of names) delete rest[name]
  return rest
}

/** The agent of the reference page with another specification. */
function specified(spec: Partial<DeploymentSpec>, lacks: readonly (keyof DeploymentSpec)[] = []): Agent {
  const { deployment } = seed
  const { manifest } = deployment!
  return {
    ...seed,
    deployment: {
      ...deployment!,
      manifest: { ...manifest!, spec: without({ ...manifest!.spec!, ...spec }, lacks) },
    },
  }
}

describe('an agent', () => {
  test.each<[string, CreateAgentRequest, Agent]>([
    ['that was created as asked', request, seed],
    [
      'whose request left to the service what it filled in',
      lacking('region', 'autoScaling', 'agentProfile'),
      seed,
    ],
    [
      'that shows nothing of it',
      request,
      without(seed, ['deployment', 'autoScaling', 'agentProfile', 'krispViva', 'region']),
    ],
    [
      'of null wherever there can be',
      { ...request, krispViva: { audioFilter: null } },
      agentWith({ krispViva: null, agentProfile: null, deployment: null }),
    ],
    ['with the filter off', lacking('krispViva'), agentWith({ krispViva: { audioFilter: null } })],
    ['of a build, whose image is not shown', ofBuild, specified({}, ['image'])],
    ['of a build, whose image is not told', ofBuild, specified({ image: '[hidden]' })],
    [
      'with what was asked for at length',
      { ...request, imagePullSecretSet: 'pull', maxSessionDuration: 3600 },
      specified({ imagePullSecretName: 'pull', maxSessionDurationSeconds: 3600 }),
    ],
    [
      'that does not show what was asked for at length',
      { ...request, imagePullSecretSet: 'pull', maxSessionDuration: 3600 },
      seed,
    ],
    [
      'with other secrets besides',
      request,
      specified({ envFromSecretNames: ['platform', 'voice-starter-secrets'] }),
    ],
    ['without any secrets', lacking('secretSet'), specified({ envFromSecretNames: [] })],
  ])('%s has the configuration that was asked for', (_, wanted, agent) => {
    expect(differences(wanted, agent)).toEqual([])
  })

  test.each<[string, CreateAgentRequest, Agent]>([
    ['image', { ...request, image: 'a:2' }, seed],
    ['image', request, specified({}, ['image'])],
    ['region', { ...request, region: 'eu-central' }, seed],
    ['agentProfile', { ...request, agentProfile: 'agent-2x' }, seed],
    ['agentProfile', lacking('agentProfile'), agentWith({ agentProfile: 'agent-3x' })],
    ['autoScaling.minAgents', { ...request, autoScaling: { minAgents: 2 } }, seed],
    ['autoScaling.maxAgents', { ...request, autoScaling: { maxAgents: 2 } }, seed],
    ['secretSet', { ...request, secretSet: 'other' }, seed],
    ['secretSet', lacking('secretSet'), seed],
    [
      'imagePullSecretSet',
      { ...request, imagePullSecretSet: 'other' },
      specified({ imagePullSecretName: 'pull' }),
    ],
    ['krispViva.audioFilter', { ...request, krispViva: { audioFilter: 'pro' } }, seed],
    ['krispViva.audioFilter', { ...request, krispViva: {} }, seed],
    ['krispViva.audioFilter', request, agentWith({ krispViva: null })],
    [
      'maxSessionDuration',
      { ...request, maxSessionDuration: 60 },
      specified({ maxSessionDurationSeconds: 3600 }),
    ],
  ])('with another %s differs in it', (name, wanted, agent) => {
    expect(differences(wanted, agent)).toEqual([name])
  })

  test('differs in all that is another', () => {
    const wanted: CreateAgentRequest = {
      ...request,
      image: 'a:2',
      region: 'eu-central',
      autoScaling: { minAgents: 0, maxAgents: 1 },
    }
    expect(differences(wanted, seed)).toEqual([
      'image',
      'region',
      'autoScaling.minAgents',
      'autoScaling.maxAgents',
    ])
  })
})
