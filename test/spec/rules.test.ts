import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../scripts/src/json.js'
import { asObject, component, document, oracle, valueAt } from './document.js'

const problems = oracle(document)
const base = { serviceName: 'my-voice-agent', image: 'your-username/my-agent:latest' }
const build = { serviceName: 'my-voice-agent', buildId: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90' }
const agent = asObject(valueAt(document, '/components/examples/AgentReady/value'))

describe('CreateAgentRequest', () => {
  it.each<[string, unknown]>([
    ['an image', base],
    ['a build', build],
    ['the shortest name', { ...base, serviceName: 'a1' }],
    ['the longest name', { ...base, serviceName: 'a'.repeat(54) }],
    ['a name of digits and hyphens', { ...base, serviceName: '0--9' }],
    ['no limits', { ...base, autoScaling: {} }],
    ['the least limits', { ...base, autoScaling: { minAgents: 0, maxAgents: 1 } }],
    ['limits above the usual cap', { ...base, autoScaling: { maxAgents: 400 } }],
    ['no filter', { ...base, krispViva: { audioFilter: null } }],
    ['an empty krispViva', { ...base, krispViva: {} }],
    ['the shortest session', { ...base, maxSessionDuration: 60 }],
    ['the longest session', { ...base, maxSessionDuration: 14400 }],
    ['a region of which nobody has heard', { ...base, region: 'moon-north' }],
    ['another kind of node', { ...base, nodeType: 'amd' }],
    ['a token', { ...base, websocketAuth: 'token' }],
  ])('takes %s', (_, value) => {
    expect(problems(component('CreateAgentRequest'), value)).toEqual([])
  })

  it.each<[string, unknown, place: string]>([
    ['neither image nor build', { serviceName: 'my-voice-agent' }, ''],
    ['both image and build', { ...base, ...build }, ''],
    ['no name', { image: base.image }, ''],
    ['a misspelt member', { ...base, secretSets: 'my-agent-secrets' }, ''],
    ['a name of one character', { ...base, serviceName: 'a' }, '/serviceName'],
    ['a name too long', { ...base, serviceName: 'a'.repeat(55) }, '/serviceName'],
    ['a name with capitals', { ...base, serviceName: 'Agent' }, '/serviceName'],
    ['a name that begins with a hyphen', { ...base, serviceName: '-agent' }, '/serviceName'],
    ['a name that ends with a hyphen', { ...base, serviceName: 'agent-' }, '/serviceName'],
    ['a name with a line end', { ...base, serviceName: 'agent\n' }, '/serviceName'],
    ['an image that is null', { ...base, image: null }, '/image'],
    ['a build that is no UUID', { ...build, buildId: 'latest' }, '/buildId'],
    ['a region that is a number', { ...base, region: 1 }, '/region'],
    ['limits that are null', { ...base, autoScaling: null }, '/autoScaling'],
    ['a misspelt limit', { ...base, autoScaling: { minReplicas: 1 } }, '/autoScaling'],
    ['a lower limit below 0', { ...base, autoScaling: { minAgents: -1 } }, '/autoScaling/minAgents'],
    ['an upper limit of 0', { ...base, autoScaling: { maxAgents: 0 } }, '/autoScaling/maxAgents'],
    ['half an instance', { ...base, autoScaling: { maxAgents: 1.5 } }, '/autoScaling/maxAgents'],
    [
      'a filter that does not exist',
      { ...base, krispViva: { audioFilter: 'max' } },
      '/krispViva/audioFilter',
    ],
    ['a misspelt filter', { ...base, krispViva: { filter: 'tel' } }, '/krispViva'],
    ['a profile that does not exist', { ...base, agentProfile: 'agent-4x' }, '/agentProfile'],
    ['a profile that is null', { ...base, agentProfile: null }, '/agentProfile'],
    ['a flag that is a word', { ...base, enableManagedKeys: 'no' }, '/enableManagedKeys'],
    ['a session too short', { ...base, maxSessionDuration: 59 }, '/maxSessionDuration'],
    ['a session too long', { ...base, maxSessionDuration: 14401 }, '/maxSessionDuration'],
    ['another way to authenticate', { ...base, websocketAuth: 'basic' }, '/websocketAuth'],
    ['a list', [base], ''],
  ])('refuses %s', (_, value, place) => {
    const places = problems(component('CreateAgentRequest'), value).map(
      (problem) => problem.split(': ', 1)[0],
    )
    expect(places).toContain(place)
  })
})

describe('Agent', () => {
  it.each(
    Object.entries({
      name: true,
      region: true,
      ready: true,
      available: false,
      createdAt: true,
      updatedAt: true,
      desiredDeploymentId: false,
      activeDeploymentId: false,
      reconciledDeploymentId: false,
      activeDeploymentReady: false,
      autoScaling: true,
      activeSessionCount: true,
      deployment: true,
      agentProfile: true,
      krispViva: true,
      currentRevision: false,
      previousRevision: false,
    }),
  )('%s is required: %s', (member, required) => {
    const { [member]: value, ...rest } = agent
    expect(value).toBeDefined()
    expect(problems(component('Agent'), rest).length > 0).toBe(required)
  })

  it.each<[string, JsonObject]>([
    ['members that nobody knows yet', { ...agent, architecture: 'arm64' }],
    ['a profile that nobody knows yet', { ...agent, agentProfile: 'agent-9x' }],
    [
      'an error by its message',
      { ...agent, errors: [{ code: 'PCC_UNKNOWN_ERROR', message: 'It did not start.' }] },
    ],
    ['no deployment', { ...agent, deployment: null, reconciledDeploymentId: null, currentRevision: null }],
  ])('takes %s', (_, value) => {
    expect(problems(component('Agent'), value)).toEqual([])
  })

  it.each<[string, JsonObject, place: string]>([
    ['a date without a time', { ...agent, createdAt: '2026-05-11' }, '/createdAt'],
    ['a negative count', { ...agent, activeSessionCount: -1 }, '/activeSessionCount'],
    ['limits of the request', { ...agent, autoScaling: { minAgents: 1, maxAgents: 2 } }, '/autoScaling'],
    [
      'a phase that does not exist',
      { ...agent, currentRevision: { phase: 'Running' } },
      '/currentRevision/phase',
    ],
    ['a name that is null', { ...agent, name: null }, '/name'],
  ])('refuses %s', (_, value, place) => {
    const places = problems(component('Agent'), value).map((problem) => problem.split(': ', 1)[0])
    expect(places).toContain(place)
  })
})

describe('ErrorResponse', () => {
  it.each<[string, JsonObject, valid: boolean]>([
    ['both members', { error: 'Not found', code: 'NOT_FOUND' }, true],
    ['more members', { error: 'Invalid parameters', code: '400', err: { name: 'ZodError' } }, true],
    ['no code', { error: 'Not found' }, false],
    ['no error', { code: 'NOT_FOUND' }, false],
    ['a number as code', { error: 'Not found', code: 404 }, false],
  ])('with %s', (_, value, valid) => {
    expect(problems(component('ErrorResponse'), value).length === 0).toBe(valid)
  })
})
