import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import {
  ConfigurationError,
  ConnectionError,
  type PipecatCloudOptions,
  type RetryEvent,
  TimeoutError,
  type SessionRequestOptions,
} from '../../../src/index.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { failure, hang, inTurn, json, KEY, PUBLIC_KEY, reset, serve, text } from '../service.js'

const ok = json(200, { done: true })

/** A service, and what sends requests to a session of it. */
async function bot(answer: Answer, options: PipecatCloudOptions = {}) {
  const service = await serve(answer, options)
  const send = (given: SessionRequestOptions = {}, path = 'api/offer') =>
    service.pipecat.sessions.request('voice-starter', 'e2b1', path, given)
  return { ...service, send }
}

describe('a request to a session', () => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'of method %s comes to the bot with the public key',
    async (method) => {
      await using service = await bot(json(200, { done: true }))
      const response = await service.send({ method, headers: { 'X-A': 'b' } })
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(method === 'HEAD' ? '' : '{"done":true}')
      expect(service.requests).toMatchObject([
        { method, url: '/v1/public/voice-starter/sessions/e2b1/api/offer', body: '' },
      ])
      expect(service.requests[0]!.headers).toMatchObject({
        authorization: `Bearer ${PUBLIC_KEY}`,
        'x-a': 'b',
      })
      expect(service.requests[0]!.headers['user-agent']).toMatch(/^pipecat-cloud-client\//)
      expect(service.requests[0]!.headers).not.toHaveProperty('content-type')
    },
  )

  test('is a GET if nothing is said of its method', async () => {
    await using service = await bot(ok)
    await service.send()
    expect(service.requests[0]!.method).toBe('GET')
  })

  test.each<[NonNullable<SessionRequestOptions['query']>, string]>([
    [{}, ''],
    [{ a: 1, b: true, c: 'x y&z' }, '?a=1&b=true&c=x+y%26z'],
    [{ a: ['1', 2, false], b: [] }, '?a=1&a=2&a=false'],
    [{ a: undefined, b: '' }, '?b='],
    [{ 'ü[]': 'é' }, '?%C3%BC%5B%5D=%C3%A9'],
    [{ a: undefined }, ''],
  ])('has the query %j', async (query, want) => {
    await using service = await bot(ok, {})
    await service.send({ query })
    expect(service.requests[0]!.url).toBe(`/v1/public/voice-starter/sessions/e2b1/api/offer${want}`)
  })

  const form = new FormData()
  form.append('name', 'value')
  test.each<[string, unknown, string | RegExp, string | RegExp | undefined]>([
    ['an object', { a: [1] }, '{"a":[1]}', 'application/json'],
    ['null', null, 'null', 'application/json'],
    ['a number', 7, '7', 'application/json'],
    ['text', '{"a"', '{"a"', 'text/plain;charset=UTF-8'],
    ['bytes', new TextEncoder().encode('bytes'), 'bytes', undefined],
    ['a buffer', new TextEncoder().encode('bytes').buffer, 'bytes', undefined],
    ['a blob', new Blob(['blob'], { type: 'a/b' }), 'blob', 'a/b'],
    [
      'parameters',
      new URLSearchParams({ a: 'b c' }),
      'a=b+c',
      'application/x-www-form-urlencoded;charset=UTF-8',
    ],
    ['a form', form, /name="name"\r\n\r\nvalue\r\n/, /^multipart\/form-data; boundary=/],
    ['a stream', new Blob(['str', 'eam']).stream(), 'stream', undefined],
  ])('carries %s', async (_, body, want, type) => {
    await using service = await bot(ok)
    await service.send({ method: 'POST', body })
    const [received] = service.requests
    if (want instanceof RegExp) expect(received!.body).toMatch(want)
    else expect(received!.body).toBe(want)
    const found = received!.headers['content-type']
    if (type instanceof RegExp) expect(found).toMatch(type)
    else expect(found).toBe(type)
  })

  test('has the content type that the caller says, or none', async () => {
    await using service = await bot(ok)
    await service.send({ method: 'POST', body: {}, headers: { 'Content-Type': 'application/sdp' } })
    await service.send({ method: 'POST', body: {}, headers: { 'content-type': null } })
    expect(service.requests.map(({ headers }) => headers['content-type'])).toEqual([
      'application/sdp',
      'text/plain;charset=UTF-8',
    ])
  })

  test('goes to the base URL of the call, with or without a slash at its end', async () => {
    await using service = await bot(ok)
    await service.send({ baseUrl: `${service.url}/v2//` })
    expect(service.requests[0]!.url).toBe('/v2/public/voice-starter/sessions/e2b1/api/offer')
  })

  const cyclic: { self?: unknown } = {}
  cyclic.self = cyclic
  const used = new Blob(['x']).stream()
  used.getReader()
  test.each<[string, object, RegExp]>([
    [
      'a method that there is not',
      { method: 'TRACE' },
      /^`method` must be one of GET, HEAD, OPTIONS, PUT, DELETE/,
    ],
    ['a method by an inherited name', { method: 'toString' }, /^`method` must be one of GET/],
    ['a body where none can be', { body: {} }, /^The request of sessionProxyGet cannot be sent: .*body/],
    [
      'a cycle',
      { method: 'POST', body: cyclic },
      /^The request of sessionProxyPost cannot be sent: Converting circular/,
    ],
    [
      'a function',
      { method: 'PUT', body: () => 1 },
      /^The request of sessionProxyPut cannot be sent: a function cannot/,
    ],
    [
      'a stream that is in use',
      { method: 'POST', body: used },
      /^The request of sessionProxyPost cannot be sent: .*locked/,
    ],
    ['an option that there is not', { methods: 'GET' }, /^`methods` is not an option$/],
    ['an option that is none', { timeout: 0 }, /^`timeout` must be/],
  ])('is not sent with %s', async (_, options, message) => {
    await using service = await bot(ok)
    const error = await failure(service.send(options))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message).toMatch(message)
    expect(service.requests).toEqual([])
  })

  test.each([
    ['..', 'b', 'c'],
    ['a', '..', 'c'],
    ['a/b', 'b', 'c'],
    ['a', 'b', '../../start'],
    ['a', 'b', ''],
  ])('is not sent to %s, %s, %s', async (agent, session, path) => {
    await using service = await bot(ok)
    const error = await failure(service.pipecat.sessions.request(agent, session, path))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(service.requests).toEqual([])
  })

  test('is not sent without a public key', async () => {
    await using service = await bot(ok, { publicApiKey: undefined })
    expect(await failure(service.send())).toEqual(
      new ConfigurationError(
        'sessionProxyGet needs a public API key: give the option `publicApiKey`, or set the environment variable ' +
          'PIPECAT_CLOUD_PUBLIC_API_KEY',
      ),
    )
    expect((await service.send({ publicApiKey: 'mine' })).status).toBe(200)
    expect(service.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer mine'])
  })
})

describe('the response of a session', () => {
  test.each([200, 204, 301, 302, 400, 404, 409, 418, 500, 501])(
    'of status %i is given as it is',
    async (status) => {
      await using other = await serve(ok)
      await using service = await bot((response) =>
        response
          .writeHead(status, { 'X-A': PUBLIC_KEY, Location: other.url })
          .end(status === 204 ? undefined : 'the bot'),
      )
      const response = await service.send()
      expect(response.status).toBe(status)
      expect(response.headers.get('x-a')).toBe(PUBLIC_KEY)
      expect(await response.text()).toBe(status === 204 ? '' : 'the bot')
      expect(service.requests).toHaveLength(1)
      expect(other.requests).toEqual([])
    },
  )

  test.each([408, 429, 502, 503, 504])('of status %i is asked for again', async (status) => {
    await using service = await bot(inTurn(json(status, {}), json(status, {}), ok))
    expect(await (await service.send()).json()).toEqual({ done: true })
    expect(service.requests).toHaveLength(3)
  })

  test('that stays what it is in passing is given itself, its body unread', async () => {
    await using service = await bot(
      inTurn(text(503, 'a/b', 'first'), text(503, 'a/b', 'second'), text(503, 'a/b', 'last')),
    )
    const response = await service.send()
    expect([response.status, await response.text()]).toEqual([503, 'last'])
    expect(service.requests).toHaveLength(3)
  })

  test.each<[string, Answer, Answer, SessionRequestOptions, number]>([
    ['a POST that may have been done is', json(503, {}), ok, { method: 'POST' }, 1],
    ['a PATCH that may have been done is', json(502, {}), ok, { method: 'PATCH' }, 1],
    ['a POST that broke is', reset, ok, { method: 'POST' }, 1],
    [
      'a stream, which is read once, is',
      json(429, {}),
      ok,
      { method: 'PUT', body: new Blob(['x']).stream() },
      1,
    ],
    ['what wants no retries is', json(503, {}), ok, { retries: 0 }, 1],
    ['a POST that was refused is not', json(429, {}), ok, { method: 'POST', body: { a: 1 } }, 2],
    ['a PUT is not', json(503, {}), ok, { method: 'PUT', body: new Blob(['x']) }, 2],
    ['a form is not', json(503, {}), ok, { method: 'PUT', body: new FormData() }, 2],
    ['a DELETE that broke is not', reset, ok, { method: 'DELETE' }, 2],
    ['a GET that is not answered is not', hang, ok, { attemptTimeout: 300 }, 2],
  ])('%s asked for once', async (_, first, second, options, count) => {
    await using service = await bot(inTurn(first, second))
    await service.send(options).catch((error: unknown) => expect(error).toBeInstanceOf(ConnectionError))
    expect(service.requests).toHaveLength(count)
    expect(new Set(service.requests.map(({ body }) => body.replaceAll(/-+formdata-.*/g, ''))).size).toBe(1)
  })

  test('that does not come is an error', async () => {
    await using service = await bot(inTurn(reset))
    expect(await failure(service.send({ retries: 0 }))).toMatchObject({
      name: 'ConnectionError',
      operation: 'sessionProxyGet',
    })
    await using silent = await bot(hang)
    expect(await failure(silent.send({ timeout: 30, retries: 0 }))).toEqual(
      new TimeoutError('sessionProxyGet took longer than 30 ms', 30),
    )
    const signal = AbortSignal.abort('enough')
    expect(await failure(silent.send({ signal }))).toBe('enough')
  })

  test('may be slow to begin where it cannot be asked for again', async () => {
    await using service = await bot((response, it) => setTimeout(() => ok(response, it), 300))
    expect((await service.send({ method: 'POST', timeout: 600 })).status).toBe(200)
  })
})

/** Answers with a part of a body every few milliseconds, and tells when the connection is closed. */
function endless(status = 200) {
  const closed = vi.fn<() => void>()
  const answer: Answer = (response) => {
    response.writeHead(status).write('part')
    const timer = setInterval(() => response.write('part'), 5)
    response.on('close', () => {
      clearInterval(timer)
      closed()
    })
  }
  return { answer, closed: () => vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1)) }
}

async function readToTheEnd(body: ReadableStream<Uint8Array>): Promise<number> {
  let size = 0
  for await (const chunk of body) size += chunk.byteLength
  return size
}

/** Collects what nothing refers to any more. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void // that flag makes it
  for (let each = 0; each < 5; each += 1) {
    // oxlint-disable-next-line no-await-in-loop -- what one turn lets go of the next collects
    await new Promise((resolve) => setTimeout(resolve, 5))
    collect()
  }
}

describe('the body of a response', () => {
  test('is a stream, which has no time limit', async () => {
    await using service = await bot((response) => {
      response.writeHead(200).write('1')
      setTimeout(() => response.end('2'), 300)
    })
    const response = await service.send({ timeout: 250, retries: 0 })
    expect(await response.text()).toBe('12')
  })

  test.each(['call', 'client'])('ends with the signal of the %s, also after long', async (whose) => {
    const controllers = { call: new AbortController(), client: new AbortController() }
    const { answer, closed } = endless()
    await using service = await bot(answer, { signal: controllers.client.signal })
    const { body } = await service.send({ signal: controllers.call.signal })
    const reading = failure(readToTheEnd(body!))
    await collectGarbage()
    controllers[whose as 'call'].abort(new Error('enough'))
    expect(await reading).toMatchObject({ message: 'enough' })
    await closed()
  })

  test('is let go of where the caller cancels it', async () => {
    const { answer, closed } = endless()
    await using service = await bot(answer)
    const { body } = await service.send()
    await body!.cancel()
    await closed()
  })

  test('of what is asked for again is let go of', async () => {
    const { answer, closed } = endless(503)
    await using service = await bot(inTurn(answer, ok))
    expect((await service.send()).status).toBe(200)
    await closed()
  })
})

const breaking: Answer = (response) => {
  response.writeHead(503).write('part')
  setTimeout(() => response.socket?.resetAndDestroy(), 5)
}

/** A `fetch` that does not heed its signal, which alone would end a response too. */
const withoutSignal = (request: Request) => fetch(request)

describe('what becomes of a refusal that is waited on', () => {
  const unhandled: unknown[] = []
  const listen = (reason: unknown) => unhandled.push(reason)

  test('does not matter if it breaks', async () => {
    process.on('unhandledRejection', listen)
    await using service = await bot(inTurn(breaking, ok))
    vi.spyOn(Math, 'random').mockReturnValue(1)
    expect((await service.send({ retries: { minDelay: 60, maxDelay: 60 } })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 5))
    vi.restoreAllMocks()
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  })

  test('it is let go of where the caller gives up', async () => {
    const { answer, closed } = endless(503)
    await using service = await bot(answer)
    const controller = new AbortController()
    const onRetry = () => setTimeout(() => controller.abort('enough'), 5)
    const retries = { minDelay: 60_000, maxDelay: 60_000 }
    const asked = service.send({ signal: controller.signal, onRetry, retries, fetch: withoutSignal })
    expect(await failure(asked)).toBe('enough')
    await closed()
  })

  test('so is a response that comes too late', async () => {
    const cancelled = vi.fn<() => void>()
    await using service = await bot(hang)
    const late = () =>
      new Promise<Response>((resolve) =>
        setTimeout(resolve, 30, new Response(new ReadableStream({ cancel: cancelled }))),
      )
    expect(await failure(service.send({ timeout: 10, retries: 0, fetch: late }))).toBeInstanceOf(TimeoutError)
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(1))
  })

  test('shows no key', async () => {
    const events: RetryEvent[] = []
    await using service = await bot((response) =>
      response.writeHead(503, { 'X-Echo': `${KEY} ${PUBLIC_KEY}` }).end(),
    )
    await service.send({ onRetry: (event) => events.push(event) })
    expect(events.map(({ error }) => (error as { headers: Headers }).headers.get('x-echo'))).toEqual([
      '[redacted] [redacted]',
      '[redacted] [redacted]',
    ])
  })
})
