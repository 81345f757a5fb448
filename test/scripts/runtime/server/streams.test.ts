import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { eventsFormat } from '../../../../scripts/src/runtime/server/events-format.js'
import type { FetchHandlerOptions } from '../../../../scripts/src/runtime/server/handler.js'
import { jsonLinesFormat } from '../../../../scripts/src/runtime/server/json-lines-format.js'
import { readJsonLinesBody } from '../../../../scripts/src/runtime/server/read-json-lines.js'
import type { Route } from '../../../../scripts/src/runtime/server/route.js'
import { accepting, type Answer, anything, request, serve } from './api.js'

const LINES = 'application/x-ndjson'

const route: Partial<Route> = {
  method: 'POST',
  body: {
    required: true,
    contents: { [LINES]: { read: readJsonLinesBody, validate: accepting((item) => item !== 'bad') } },
  },
  responses: {
    200: {
      [LINES]: { format: jsonLinesFormat, validate: anything },
      'text/event-stream': { format: eventsFormat, validate: anything },
    },
  },
}

interface Input {
  readonly request: Request
  readonly body: AsyncIterable<unknown>
}

/** Serves a handler on a socket, and gives its URL. */
async function listen(answer: Answer, options?: FetchHandlerOptions<never>): Promise<string> {
  const server = createServer(
    // What breaks a response off is told to the handler of errors below, and need not be printed.
    createRequestListener(serve([route], answer, options), { onError: () => undefined }),
  )
  onTestFinished(() => void server.close().closeAllConnections())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server has an address of this type once it listens.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** Posts lines, of which more can be written, and reads the chunks of the answer as they come. */
async function open(url: string, first: string) {
  const sent = httpRequest(url, { method: 'POST', headers: { 'content-type': LINES } })
  // Its end is that of the connection, which some of the tests break.
  sent.on('error', () => undefined)
  sent.write(first)
  const [response] = await once(sent, 'response')
  response.on('error', () => undefined)
  const chunks = response.setEncoding('utf8')[Symbol.asyncIterator]()
  return { sent, response, next: async () => (await chunks.next()).value as string | undefined }
}

/** Large items without an end, how many were given, and whether somebody has said that there are enough. */
function counter() {
  const state = { given: 0, isReturned: false }
  async function* count() {
    try {
      for (;;) yield { data: `${(state.given += 1)}`.repeat(100_000) }
    } finally {
      state.isReturned = true
    }
  }
  return { state, items: count() }
}

async function* double({ body }: Input) {
  for await (const item of body) yield Number(item) * 2
}

async function drain({ body }: Input) {
  for await (const _ of body);
  return { status: 200, body: [] }
}

const EVENTS = { status: 200, contentType: 'text/event-stream' } as const

describe('a stream', () => {
  it('goes both ways at once', async () => {
    const url = await listen((input: Input) => ({ status: 200, body: double(input) }))
    const { sent, next } = await open(url, '1\n')
    expect(await next()).toBe('2\n')
    sent.write('2')
    sent.write('1\n')
    expect(await next()).toBe('42\n')
    sent.end('3')
    expect(await next()).toBe('6\n')
    expect(await next()).toBeUndefined()
  })

  it('is asked for no more than the caller reads, and returns when the caller is gone', async () => {
    const { state, items } = counter()
    const { response } = await open(await listen(() => ({ ...EVENTS, body: items })), '\n')
    response.pause()
    await vi.waitFor(() => expect(state.given).toBeGreaterThan(0))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { given } = state
    expect(given).toBeLessThan(1000)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(state).toEqual({ given, isReturned: false })
    response.destroy()
    await vi.waitFor(() => expect(state.isReturned).toBe(true))
  })

  it('returns although it waits, where it heeds the signal', async () => {
    let isReturned = false
    const wait = async function* ({ request: { signal } }: Input) {
      try {
        yield { data: 1 }
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      } finally {
        isReturned = true
      }
    }
    const onError = vi.fn(() => new Response())
    const url = await listen((input: Input) => ({ ...EVENTS, body: wait(input) }), { onError })
    const { response, next } = await open(url, '\n')
    expect(await next()).toBe('data: 1\n\n')
    response.destroy()
    await vi.waitFor(() => expect(isReturned).toBe(true))
    expect(onError).not.toHaveBeenCalled()
  })

  it('breaks off where it throws, and the server is told', async () => {
    let isRead = false
    const fail = async function* () {
      yield { data: 1 }
      await vi.waitFor(() => expect(isRead).toBe(true))
      throw new Error('no more')
    }
    const onError = vi.fn(() => new Response())
    const { response, next } = await open(
      await listen(() => ({ ...EVENTS, body: fail() }), { onError }),
      '\n',
    )
    expect(await next()).toBe('data: 1\n\n')
    isRead = true
    await expect(next()).rejects.toThrow('aborted')
    expect(response.complete).toBe(false)
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no more'), expect.any(Request))
  })

  it.each<[string, Answer, number]>([
    ['through the handler', drain, 400],
    [
      'unless the handler has had enough',
      async ({ body }: Input) => {
        for await (const _ of body) break
        return { status: 200, body: [] }
      },
      200,
    ],
  ])('that is not valid is refused %s', async (_, answer, status) => {
    const url = await listen(answer)
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': LINES },
      body: '1\n"bad"\n',
    })
    expect(response.status).toBe(status)
    const text = await response.text()
    if (status === 400)
      expect(JSON.parse(text).issues).toMatchObject([{ path: ['body', 1, 'a'], pointer: '/body/1/a' }])
  })

  it('names its operation where it is refused', async () => {
    const onRefused = vi.fn(() => new Response())
    const init = { method: 'POST', headers: { 'content-type': LINES }, body: '{' }
    await serve([route], drain, { onRefused })(request('/', init))
    const operation = { id: 'handler0', method: 'POST', path: '/' }
    expect(onRefused).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ operation }),
      expect.any(Request),
    )
  })

  it.each(['break', 'throw'])('stops its sender when the handler does %s', async (how) => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('1\n')),
      cancel: () => void (isCancelled = true),
    })
    const some = async (input: Input) => {
      for await (const _ of input.body) {
        if (how === 'throw') throw new Error('enough')
        break
      }
      return { status: 200, body: [] }
    }
    const init = { method: 'POST', headers: { 'content-type': LINES }, body, duplex: 'half' }
    await serve([route], some)(request('/', init))
    expect(isCancelled).toBe(true)
  })

  it.each<
    [string, (keep: { resolve: (item: object) => void; reject: (error: Error) => void }) => void, number]
  >([
    ['no item', ({ resolve }) => resolve({ done: false, value: 'no event' }), 0],
    ['an error', ({ reject }) => reject(new Error('late')), 1],
  ])('that waited when it was cancelled tells of %s', async (_, settle, told) => {
    const asked = vi.fn()
    const next = () => new Promise<never>((resolve, reject) => asked({ resolve, reject }))
    const onError = vi.fn(() => new Response())
    const reply = { ...EVENTS, body: { [Symbol.asyncIterator]: () => ({ next }) } }
    const response = await serve([{ responses: route.responses! }], reply, { onError })(request('/'))
    const reader = response.body!.getReader()
    const read = reader.read()
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
    await reader.cancel()
    settle(asked.mock.calls[0]![0])
    expect((await read).done).toBe(true)
    await new Promise((resolve) => setTimeout(resolve))
    expect(onError).toHaveBeenCalledTimes(told)
  })

  it.each<[string, RequestInit, FetchHandlerOptions<never>, object]>([
    ['HEAD', { method: 'HEAD' }, {}, EVENTS],
    ['a caller that was gone before', { signal: AbortSignal.abort() }, {}, EVENTS],
    [
      'a caller that would get another type than is documented',
      {},
      { validateResponses: true },
      { ...EVENTS, headers: { 'content-type': 'text/plain' } },
    ],
  ])('to %s is returned before it has begun', async (_, init, options, reply) => {
    const returned = vi.fn(async () => ({ done: true, value: undefined }) as const)
    const items = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('asked')), return: returned }),
    }
    const handle = serve([{ responses: route.responses! }], { status: 200, ...reply, body: items }, options)
    await handle(request('/', init))
    await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce())
  })
})
