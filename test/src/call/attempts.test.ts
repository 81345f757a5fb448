import { describe, expect, test, vi } from 'vitest'
import {
  type CallOptions,
  ConflictError,
  ConnectionError,
  type PipecatCloud,
  RateLimitError,
  type RetryEvent,
  ServerError,
  TimeoutError,
} from '../../../src/index.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { agentWith } from '../agent.js'
import { failure, hang, inTurn, json, quickly, request, reset, serve, text } from '../service.js'

type Call = (pipecat: PipecatCloud, options?: CallOptions) => PromiseLike<unknown>

/** Can be done again without harm. */
const read: Call = ({ agents }, options) => agents.get('a', options)
const update: Call = ({ agents }, options) => agents.update('a', { image: 'a:2' }, options)
/** Must not be done twice, and nobody can find out whether it has been done. */
const start: Call = ({ sessions }, options) => sessions.start('a', {}, options)
const redeploy: Call = ({ agents }, options) => agents.update('a', { forceRedeploy: true }, options)
/** Must not be done twice, and its outcome can be read. */
const create: Call = ({ agents }, options) => agents.create(request, options)

const done = { ...agentWith(), sessionId: 'e2b1c3a4-0000-4000-8000-000000000000' }
const answer = (status: number, message = 'x'): Answer => json(status, { error: message, code: 'y' })
const notReady = answer(409, "Secret set 's' is not yet ready. Retry once it has been provisioned.")
const cutOff: Answer = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).write('{')
  setTimeout(() => response.destroy(), 5)
}

/** Methods of the requests of a call whose first answer is that one, and all others a success. */
async function methodsAfter(first: Answer, call: Call, options?: CallOptions): Promise<string> {
  await using service = await serve(inTurn(first, json(200, done)))
  await Promise.resolve(call(service.pipecat, options)).catch(() => undefined)
  return service.requests.map(({ method }) => method).join(' ')
}

const broken = [408, 500, 501, 502, 503, 504, 599]
const final = [400, 401, 402, 403, 404, 409, 413, 418, 422]

describe('a status', () => {
  test.each([429, ...broken])('of %i is a reason to send again what can be done again', async (status) => {
    expect(await methodsAfter(answer(status), read)).toBe('GET GET')
    expect(await methodsAfter(answer(status), update)).toBe('POST POST')
  })

  test('of 429 says that nothing was done, so that all is sent again', async () => {
    expect(await methodsAfter(answer(429), start)).toBe('POST POST')
    expect(await methodsAfter(answer(429), redeploy)).toBe('POST POST')
    expect(await methodsAfter(answer(429), create)).toBe('POST POST')
  })

  test.each(broken)('of %i leaves open what was done, which is not done again', async (status) => {
    expect(await methodsAfter(answer(status), start)).toBe('POST')
    expect(await methodsAfter(answer(status), redeploy)).toBe('POST')
    expect(await methodsAfter(answer(status), create)).toBe('POST GET')
  })

  test.each(final)('of %i is an answer', async (status) => {
    for (const [call, want] of [
      [read, 'GET'],
      [update, 'POST'],
      [start, 'POST'],
      [create, 'POST'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- each has a server of its own
      expect(await methodsAfter(answer(status), call)).toBe(want)
    }
  })
})

test.each([301, 302, 303, 307])(
  'a redirect of status %i is an answer, but not to a create',
  async (status) => {
    expect(await methodsAfter(answer(status), read)).toBe('GET')
    expect(await methodsAfter(answer(status), start)).toBe('POST')
    expect(await methodsAfter(answer(status), create)).toBe('POST GET')
  },
)

describe('a fault', () => {
  const faults: readonly [string, Answer, string, string, string][] = [
    ['a reset', reset, 'GET GET', 'POST', 'POST GET'],
    ['a response that breaks off', cutOff, 'GET GET', 'POST', 'POST GET'],
    ['no answer in time', hang, 'GET GET', 'POST', 'POST GET'],
    ['a page in place of JSON', text(200, 'text/html', '<html>'), 'GET GET', 'POST', 'POST GET'],
    ['JSON that is cut off', text(200, 'application/json', '{"name":'), 'GET GET', 'POST', 'POST GET'],
    ['too much of an answer', json(200, 'x'.repeat(5000)), 'GET', 'POST', 'POST GET'],
  ]
  test.each(faults)('such as %s', async (_, fault, idempotent, unknown, settled) => {
    const options = { attemptTimeout: 300, maxResponseBytes: 4000 }
    const calls = [read, start, redeploy, create].map((call) => methodsAfter(fault, call, options))
    expect(await Promise.all(calls)).toEqual([idempotent, unknown, unknown, settled])
  })

  test.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('before anything was sent (%s) is a reason to send anything again', async (code) => {
    await using service = await serve(json(200, done))
    for (const call of [read, start, redeploy, create]) {
      const cause = new AggregateError([], '', { cause: Object.assign(new Error('x'), { code }) })
      const fetching = vi
        .fn(globalThis.fetch)
        .mockImplementationOnce(() => Promise.reject(new TypeError('fetch failed', { cause })))
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      await call(service.pipecat, { fetch: fetching })
      expect(fetching).toHaveBeenCalledTimes(2)
    }
  })
})

describe('retries', () => {
  test.each<[string, CallOptions['retries'], number]>([
    ['none', 0, 1],
    ['one', 1, 2],
    ['as many as they are by default', undefined, 3],
    ['five', { limit: 5 }, 6],
  ])('are %s', async (_, retries, count) => {
    await using service = await serve(answer(503))
    const given = typeof retries === 'number' ? { ...quickly, limit: retries } : retries
    expect(await failure(read(service.pipecat, { retries: given }))).toBeInstanceOf(ServerError)
    expect(service.requests).toHaveLength(count)
  })

  test('are none where a call says 0, and keep the delays of the client where it says a number', async () => {
    const delays: number[] = []
    await using service = await serve(answer(503), {
      retries: { limit: 9, minDelay: 7, maxDelay: 7 },
      onRetry: ({ delay }) => delays.push(delay),
    })
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    await failure(read(service.pipecat, { retries: 0 }))
    expect(delays).toEqual([])
    await failure(read(service.pipecat, { retries: 2 }))
    expect(delays).toEqual([3.5, 3.5])
    vi.restoreAllMocks()
  })

  test('end with what the last attempt failed with', async () => {
    await using service = await serve(inTurn(answer(503), reset, answer(500, 'the last')))
    expect(await failure(read(service.pipecat))).toMatchObject({ status: 500, body: { error: 'the last' } })
  })

  test('wait as long as the service asks', async () => {
    await using service = await serve((response) => response.writeHead(429, { 'Retry-After': '7' }).end())
    const controller = new AbortController()
    const events: RetryEvent[] = []
    const onRetry = (event: RetryEvent) => {
      events.push(event)
      controller.abort('seen')
    }
    expect(await failure(read(service.pipecat, { onRetry, signal: controller.signal }))).toBe('seen')
    expect(events).toMatchObject([{ attempt: 1, delay: 7000 }])
  })

  test('are not made where the service asks for more time than there is', async () => {
    await using service = await serve((response) => response.writeHead(429, { 'Retry-After': '7' }).end())
    const error = await failure(read(service.pipecat, { timeout: 6000 }))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(service.requests).toHaveLength(1)
  })

  test('end at once when a signal aborts while they wait', async () => {
    await using service = await serve(answer(503))
    const controller = new AbortController()
    const onRetry = () => setTimeout(() => controller.abort('enough'), 5)
    const retries = { minDelay: 60_000, maxDelay: 60_000 }
    const began = performance.now()
    vi.spyOn(Math, 'random').mockReturnValue(1)
    expect(await failure(read(service.pipecat, { signal: controller.signal, onRetry, retries }))).toBe(
      'enough',
    )
    expect(performance.now() - began).toBeLessThan(2000)
    expect(service.requests).toHaveLength(1)
    vi.restoreAllMocks()
  })
})

describe('a conflict that passes', () => {
  test('is waited for beyond the limit of retries, which it does not use up', async () => {
    const answers = [
      notReady,
      answer(429),
      notReady,
      notReady,
      notReady,
      answer(429),
      notReady,
      json(200, done),
    ]
    for (const call of [create, update, redeploy]) {
      // oxlint-disable-next-line no-await-in-loop -- each has a server of its own
      await using service = await serve(inTurn(...answers))
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await call(service.pipecat)).toMatchObject({ name: 'voice-starter' })
      expect(service.requests).toHaveLength(answers.length)
    }
  })

  test('is an answer where the caller wants no retries, where it gives no such advice, and for what only reads', async () => {
    expect(await methodsAfter(notReady, create, { retries: 0 })).toBe('POST')
    expect(await methodsAfter(answer(409, 'Modified; retrying is of no use'), create)).toBe('POST')
    expect(await methodsAfter(answer(400, 'Please retry'), create)).toBe('POST')
    expect(await methodsAfter(notReady, read)).toBe('GET')
  })

  test('is what the call fails with when it does not pass in time', async () => {
    await using service = await serve((response, it) => setTimeout(() => notReady(response, it), 20))
    const began = performance.now()
    const failed = await failure(create(service.pipecat, { timeout: 500 }))
    expect(failed).toBeInstanceOf(ConflictError)
    expect(performance.now() - began).toBeLessThan(500)
    expect(service.requests.length).toBeGreaterThan(2)
  })
})

/** A `fetch` that takes a while to end with its signal. */
function failingLate(_: Request, { signal }: { readonly signal: AbortSignal }): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => setTimeout(reject, 5, new Error('late')))
  })
}

test('an attempt that fails after its call is over is heard by nobody', async () => {
  const unhandled: unknown[] = []
  const listen = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', listen)
  await using service = await serve(hang)
  const failed = await failure(read(service.pipecat, { timeout: 10, retries: 0, fetch: failingLate }))
  expect(failed).toBeInstanceOf(TimeoutError)
  expect(failed).not.toBeInstanceOf(ConnectionError)
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})
