import { describe, expect, test } from 'vitest'
import {
  type Agent,
  BadRequestError,
  type CallOptions,
  ConflictError,
  ConnectionError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
} from '../../../src/index.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { agentWith } from '../agent.js'
import { hang, inTurn, json, quickly, reset, serve } from '../service.js'

const request = {
  serviceName: 'voice-starter',
  image: 'your-dockername/voice-starter:0.1',
  secretSet: 'voice-starter-secrets',
  krispViva: { audioFilter: 'tel' },
} as const

const agent = agentWith()
const created = json(200, agent)
const other = json(200, agentWith({ agentProfile: 'agent-3x' }))
const missing = json(404, { error: 'Not found', code: 'NOT_FOUND' })
const exists = json(400, { error: 'Service already exists', code: 'GENERIC_BAD_REQUEST' })
const refused = json(400, { error: 'Build not found', code: 'GENERIC_BAD_REQUEST' })
const unauthorized = json(401, { error: 'Unauthorized', code: '401' })
const busy = json(429, { error: 'Too many', code: '429' })
const broken = json(500, { error: 'Internal server error', code: 'INTERNAL_SERVER_ERROR' })

/** What becomes of a create whose requests are answered like this, and which requests it takes. */
async function creating(posts: readonly Answer[], gets: readonly Answer[], options: CallOptions = {}) {
  const [post, get] = [inTurn(...posts), inTurn(...gets)]
  await using service = await serve((response, it) => (it.method === 'POST' ? post : get)(response, it))
  const outcome: unknown = await service.pipecat.agents
    .create(request, options)
    .catch((error: unknown) => error)
  return {
    outcome,
    methods: service.requests.map(({ method }) => method).join(' '),
    requests: service.requests,
  }
}

describe('a create whose answer was lost', () => {
  const lost: readonly [string, Answer, CallOptions][] = [
    ['a reset', reset, {}],
    ['an error of the service', broken, {}],
    ['no answer in time', hang, { attemptTimeout: 300 }],
    ['a page in place of an agent', (response) => response.end('<html>'), {}],
    ['an answer that is no agent', json(200, {}), { validate: { responses: 'throw' } }],
    ['too much of an answer', json(200, 'x'.repeat(10_000)), { maxResponseBytes: 9000 }],
  ]
  test.each(lost)('by %s gives the agent that is there then', async (_, fault, options) => {
    const { outcome, methods, requests } = await creating([fault], [created], options)
    expect(outcome).toEqual(agent)
    expect(methods).toBe('POST GET')
    expect(requests[1]!.url).toBe('/v1/agents/voice-starter')
  })

  test('gives it without retries too, and with the response that it came in', async () => {
    const { outcome, methods } = await creating([reset], [created], { retries: 0 })
    expect([outcome, methods]).toEqual([agent, 'POST GET'])
    await using service = await serve(inTurn(reset, created))
    const { data, response } = await service.pipecat.agents.create(request).withResponse()
    expect([data, response.status, response.headers.get('content-type')]).toEqual([
      agent,
      200,
      'application/json',
    ])
  })

  test.each<[string, CallOptions]>([
    ['the time allows', { timeout: 600, retries: 0 }],
    ['the time allows for an attempt as long as it', { timeout: 600, retries: 0, attemptTimeout: 600 }],
  ])('is found out as long as %s', async (_, options) => {
    const { outcome, methods } = await creating([hang], [created], options)
    expect([outcome, methods]).toEqual([agent, 'POST GET'])
  })

  test.each(lost)('by %s is a conflict with an agent of another configuration', async (_, fault, options) => {
    const { outcome, methods } = await creating([fault], [other], options)
    expect(outcome).toBeInstanceOf(ConflictError)
    expect(outcome).toMatchObject({
      message:
        'createAgent failed: there is an agent "voice-starter" of another configuration, which differs in agentProfile',
      status: 409,
      code: undefined,
      operation: 'createAgent',
      body: { agentProfile: 'agent-3x' },
    })
    expect((outcome as ConflictError).headers.get('content-type')).toBe('application/json')
    expect(methods).toBe('POST GET')
  })

  test.each<[string, readonly Answer[], readonly Answer[], unknown, string]>([
    ['again where there is no agent', [reset, created], [missing], agent, 'POST GET POST'],
    ['again until it is there', [broken, reset, created], [missing], agent, 'POST GET POST GET POST'],
    [
      'and is there when the name is taken by then',
      [reset, exists],
      [missing, created],
      agent,
      'POST GET POST GET',
    ],
    [
      'and is there after a refusal in the meantime',
      [reset, busy],
      [missing, created],
      agent,
      'POST GET POST GET',
    ],
    ['and is there after another refusal', [reset, refused], [missing, created], agent, 'POST GET POST GET'],
    [
      'and is another when the name is taken by then',
      [reset, exists],
      [missing, other],
      ConflictError,
      'POST GET POST GET',
    ],
    [
      'and fails as it did first where there is no agent',
      [reset],
      [missing],
      ConnectionError,
      'POST GET POST GET POST GET',
    ],
    [
      'and fails by what it is refused for',
      [reset, refused],
      [missing],
      BadRequestError,
      'POST GET POST GET',
    ],
    ['again where reading is refused', [reset, created], [unauthorized], agent, 'POST GET POST'],
    [
      'and fails by what it failed by where reading does',
      [reset, unauthorized],
      [unauthorized],
      UnauthorizedError,
      'POST GET POST GET',
    ],
  ])('is sent %s', async (_, posts, gets, want, methods) => {
    const result = await creating(posts, gets)
    if (typeof want === 'function') expect(result.outcome).toBeInstanceOf(want)
    else expect(result.outcome).toEqual(want)
    expect(result.methods).toBe(methods)
  })

  test('is read back more than once where that fails in passing, whatever the retries are', async () => {
    const retries = { ...quickly, limit: 0 }
    const { outcome, methods } = await creating([reset], [broken, reset, created], { retries })
    expect([outcome, methods]).toEqual([agent, 'POST GET GET GET'])
    const failed = await creating([reset], [broken], { retries })
    expect(failed.outcome).toBeInstanceOf(ConnectionError)
    expect(failed.methods).toBe('POST GET GET GET')
    const more = await creating([reset], [broken, broken, broken, created], {
      retries: { ...quickly, limit: 3 },
    })
    expect([more.outcome, more.methods]).toEqual([agent, 'POST GET GET GET GET'])
  })

  test('fails as it did where what is read back is no agent', async () => {
    const options = { validate: { responses: 'throw' }, retries: 0 } as const
    const { outcome } = await creating([broken], [json(200, {})], options)
    expect(outcome).toBeInstanceOf(ServerError)
    const invalid = await creating([json(200, {})], [json(200, {})], options)
    expect(invalid.outcome).toBeInstanceOf(ResponseValidationError)
    expect(invalid.outcome).toMatchObject({ operation: 'createAgent' })
  })

  test('is read back with the key, headers and URL of the call', async () => {
    await using service = await serve(inTurn(reset, created))
    const { agents } = service.pipecat
    await agents.create(request, { apiKey: 'mine', headers: { 'X-A': 'b' }, baseUrl: `${service.url}/v2` })
    expect(service.requests[1]).toMatchObject({
      url: '/v2/agents/voice-starter',
      headers: { authorization: 'Bearer mine', 'x-a': 'b' },
    })
  })

  test('takes no more time than the call has', async () => {
    const start = performance.now()
    const { outcome } = await creating([reset], [hang], { timeout: 300 })
    expect(outcome).toBeInstanceOf(ConnectionError)
    expect(performance.now() - start).toBeGreaterThan(250)
    expect(performance.now() - start).toBeLessThan(1500)
    const hanging = await creating([hang], [hang], { timeout: 300 })
    expect(hanging.outcome).toEqual(new TimeoutError('createAgent took longer than 300 ms', 300))
  })

  test.each([0, 2])(
    'ends with the reason of the signal while it is read back, with %i retries',
    async (retries) => {
      const controller = new AbortController()
      const aborting: Answer = () => controller.abort('enough')
      const { outcome, methods } = await creating([reset], [aborting], { signal: controller.signal, retries })
      expect(outcome).toBe('enough')
      expect(methods).toBe('POST GET')
    },
  )
})

describe('a create that is answered', () => {
  test.each<[string, Answer, unknown]>([
    ['a name that is taken', exists, BadRequestError],
    ['another refusal', refused, BadRequestError],
    ['a key that is not accepted', unauthorized, UnauthorizedError],
  ])('with %s is not read back', async (_, answer, ErrorClass) => {
    const { outcome, methods } = await creating([answer], [created])
    expect(outcome).toBeInstanceOf(ErrorClass)
    expect(methods).toBe('POST')
  })

  test('with a refusal in passing before it is none that was lost', async () => {
    const { outcome, methods } = await creating([busy, exists], [created])
    expect(outcome).toBeInstanceOf(BadRequestError)
    expect(methods).toBe('POST POST')
  })

  test('by an agent gives it', async () => {
    const { outcome, methods } = await creating([created], [missing])
    expect<unknown>(outcome).toEqual<Agent>(agent)
    expect(methods).toBe('POST')
  })
})
