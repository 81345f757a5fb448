import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAgentRequest } from '../../../generated/builders/index.js'
import { type CreateAgentRequest, PipecatCloud } from '../../../src/index.js'
import { VERSION } from '../../../src/version.js'
import { agentWith } from '../agent.js'
import { json, KEY, request, serve } from '../service.js'

const SEED = 'test/fixtures/seed/create-agent.request.json'

const literal: CreateAgentRequest = {
  serviceName: 'voice-starter',
  image: 'your-dockername/voice-starter:0.1',
  region: 'us-west',
  nodeType: 'arm',
  imagePullSecretSet: 'dockerhub-credentials',
  secretSet: 'voice-starter-secrets',
  autoScaling: { minAgents: 1, maxAgents: 20 },
  krispViva: { audioFilter: 'tel' },
  agentProfile: 'agent-1x',
  enableManagedKeys: false,
}

const built = createAgentRequest()
  .serviceName('voice-starter')
  .image('your-dockername/voice-starter:0.1')
  .region('us-west')
  .nodeType('arm')
  .imagePullSecretSet('dockerhub-credentials')
  .secretSet('voice-starter-secrets')
  .autoScaling({ minAgents: 1, maxAgents: 20 })
  .krispViva({ audioFilter: 'tel' })
  .agentProfile('agent-1x')
  .enableManagedKeys(false)
  .build()

const BYTES =
  '{"serviceName":"voice-starter","image":"your-dockername/voice-starter:0.1","region":"us-west","nodeType":"arm",' +
  '"imagePullSecretSet":"dockerhub-credentials","secretSet":"voice-starter-secrets",' +
  '"autoScaling":{"minAgents":1,"maxAgents":20},"krispViva":{"audioFilter":"tel"},"agentProfile":"agent-1x",' +
  '"enableManagedKeys":false}'

describe('agents.create', () => {
  test.each<[string, CreateAgentRequest]>([
    ['an object literal', literal],
    ['what the builder builds', built],
    ['JSON from a file', JSON.parse(readFileSync(SEED, 'utf8'))],
  ])('sends %s as the same bytes, and changes nothing in it', async (_, given) => {
    await using service = await serve(json(200, agentWith()))
    const before = structuredClone(given)
    expect(await service.pipecat.agents.create(Object.freeze(given))).toEqual(agentWith())
    expect(service.requests).toHaveLength(1)
    expect(service.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v1/agents',
      body: BYTES,
      headers: {
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json',
        'user-agent': `pipecat-cloud-client/${VERSION}`,
      },
    })
    expect(given).toEqual(before)
  })

  test('adds no default', async () => {
    await using service = await serve(json(200, agentWith()))
    await service.pipecat.agents.create({ ...request, autoScaling: {} })
    expect(service.requests[0]!.body).toBe(JSON.stringify({ ...request, autoScaling: {} }))
  })

  test('takes any success for one, also a status that is not documented', async () => {
    await using service = await serve(json(201, agentWith()))
    expect(await service.pipecat.agents.create(request)).toEqual(agentWith())
  })
})

describe('agents.get', () => {
  test('reads an agent by its name, which stays inside its segment of the path', async () => {
    await using service = await serve(json(200, agentWith({ ready: true })))
    expect(await service.pipecat.agents.get('a/b?c')).toEqual(agentWith({ ready: true }))
    expect(service.requests[0]).toMatchObject({
      method: 'GET',
      url: '/v1/agents/a%2Fb%3Fc',
      body: '',
      headers: { authorization: `Bearer ${KEY}` },
    })
  })
})

describe('options', () => {
  test('of the client hold for each call, and those of a call take precedence', async () => {
    await using service = await serve(json(200, agentWith()), {
      headers: { 'X-A': 'client', 'X-B': 'client', 'X-C': 'client', 'User-Agent': 'client' },
    })
    const headers = new Headers({ 'x-b': 'call' })
    await service.pipecat.agents.get('a', { apiKey: 'other', baseUrl: `${service.url}/v2/`, headers })
    await service.pipecat.agents.get('a', { headers: { 'x-c': null, 'user-agent': 'mine' } })
    const [first, second] = service.requests
    expect(first!.url).toBe('/v2/agents/a')
    expect(first!.headers).toMatchObject({
      authorization: 'Bearer other',
      'x-a': 'client',
      'x-b': 'call',
      'x-c': 'client',
    })
    expect(second!.url).toBe('/v1/agents/a')
    expect(second!.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'x-a': 'client',
      'x-b': 'client',
      'user-agent': 'mine',
    })
    expect(second!.headers).not.toHaveProperty('x-c')
  })

  test('that are undefined are as if they were not given', async () => {
    await using service = await serve(json(200, agentWith()))
    const nothing = {
      apiKey: undefined,
      baseUrl: undefined,
      fetch: undefined,
      headers: undefined,
      timeout: undefined,
      signal: undefined,
      validate: undefined,
      onWarning: undefined,
    }
    expect(await service.pipecat.agents.get('a', nothing)).toEqual(agentWith())
    expect(service.requests[0]!.headers).toMatchObject({ authorization: `Bearer ${KEY}` })
  })

  test('name a fetch, which gets the whole request', async () => {
    const urls: string[] = []
    const pipecat = new PipecatCloud({
      apiKey: KEY,
      fetch: async (it) => {
        urls.push(`${it.method} ${it.url} ${await it.text()}`)
        return Response.json(agentWith())
      },
    })
    await pipecat.agents.create(request)
    expect(urls).toEqual([`POST https://api.pipecat.daily.co/v1/agents ${JSON.stringify(request)}`])
  })
})

describe('without a fetch of its own, a client', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  test('uses the global one of the moment of the call', async () => {
    const pipecat = new PipecatCloud({ apiKey: KEY })
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(agentWith({ name: 'stubbed' }))))
    expect((await pipecat.agents.get('a')).name).toBe('stubbed')
  })
})
