import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import {
  ConnectionError,
  type RetryEvent,
  type SessionRequestOptions,
  TimeoutError,
} from '../../../src/index.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { bot, ok } from '../bot.js'
import { failure, hang, inTurn, json, KEY, PUBLIC_KEY, reset, serve, text } from '../service.js'

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

describe('the body of a response', { timeout: 20_000 }, () => {
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
