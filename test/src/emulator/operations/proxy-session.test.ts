import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Bot, StoredSession } from '../../../../src/emulator/index.js'
import { begin, create, minimal, start, startReady, update } from '../emulation.js'

type Emulator = Awaited<ReturnType<typeof startReady>>
const nobody = '57af5437-97a2-4646-9873-a5c8935bd705'

/** Sends a request to a session with a public key. */
function call(emulator: Emulator, id: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: 'Bearer public-key', ...init.headers }
  return fetch(`${emulator.publicUrl}/${minimal.serviceName}/sessions/${id}/${path}`, { ...init, headers })
}

async function startWith(bot?: Bot): Promise<{ emulator: Emulator; id: string }> {
  const emulator = await startReady({ tokens: { public: ['public-key'] }, ...(bot && { bot }) })
  const headers = { Authorization: 'Bearer public-key', 'Content-Type': 'application/json' }
  const url = `${emulator.publicUrl}/${minimal.serviceName}/start`
  const started = await fetch(url, { method: 'POST', headers, body: '{ "body": { "customer": 4711 } }' })
  return { emulator, id: Object(await started.json()).sessionId }
}

describe('a request to a session', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('with %s is told back', async (method) => {
    const { emulator, id } = await startWith()
    const hasBody = method !== 'GET'
    const headers = { 'X-Mine': 'yes', ...(hasBody && { 'Content-Type': 'application/json' }) }
    const body = hasBody ? '{"a":[1]}' : null
    const response = await call(emulator, id, 'api/off%2Fer/%7Ex?q=1&r=a%20b', { method, headers, body })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
    const told = Object(await response.json())
    expect(told).toMatchObject({
      method,
      path: '/api/off%2Fer/%7Ex',
      query: { q: '1', r: 'a b' },
      body: hasBody ? { a: [1] } : null,
    })
    expect(told.headers).toMatchObject({ 'x-mine': 'yes' })
    for (const name of ['host', 'content-length', 'authorization', 'connection', 'transfer-encoding']) {
      expect(told.headers).not.toHaveProperty(name)
    }
  })

  it('with HEAD has an answer without a body', async () => {
    const { emulator, id } = await startWith()
    const response = await call(emulator, id, 'status', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect((await call(emulator, nobody, 'status', { method: 'HEAD' })).status).toBe(404)
  })

  it('may have a text for its body, or nothing', async () => {
    const { emulator, id } = await startWith()
    const text = await call(emulator, id, 'x', { method: 'POST', body: 'hello' })
    expect(await text.json()).toMatchObject({
      body: 'hello',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
    })
    const none = await call(emulator, id, 'x', { method: 'POST' })
    expect(await none.json()).toMatchObject({ body: null })
  })

  it('is answered by a bot that a test gives, whatever it says', async () => {
    const seen: [Request, StoredSession][] = []
    const { emulator, id } = await startWith((request, session) => {
      seen.push([request, session])
      return new Response('<b>teapot</b>', {
        status: 418,
        headers: { 'content-type': 'text/html', 'x-bot': '1' },
      })
    })
    const response = await call(emulator, id, 'brew?strong', { method: 'PUT' })
    expect([response.status, response.headers.get('content-type'), response.headers.get('x-bot')]).toEqual([
      418,
      'text/html',
      '1',
    ])
    expect(await response.text()).toBe('<b>teapot</b>')
    const [[request, session]] = seen as [[Request, StoredSession]]
    expect([request.method, request.url]).toEqual(['PUT', 'http://voice-starter/brew?strong'])
    expect(session).toMatchObject({ id, body: { customer: 4711 } })
  })

  it('streams both ways at once', async () => {
    const { emulator, id } = await startWith(({ body }) => {
      const upper = new TransformStream<string, string>({
        transform: (text, controller) => controller.enqueue(text.toUpperCase()),
      })
      const text = body!
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(upper)
        .pipeThrough(new TextEncoderStream())
      return new Response(text, { headers: { 'content-type': 'text/plain' } })
    })
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const encoder = new TextEncoder()
    const init = { method: 'POST', body: readable, duplex: 'half' }
    const answer = call(emulator, id, 'stream', init)
    await writer.write(encoder.encode('one '))
    const reader = (await answer).body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('ONE ')
    await writer.write(encoder.encode('two'))
    expect((await reader.read()).value).toBe('TWO')
    await writer.close()
    expect((await reader.read()).done).toBe(true)
  })

  it('of any size is passed on', async () => {
    const { emulator, id } = await startWith(async (request) =>
      Response.json({ size: (await request.arrayBuffer()).byteLength }),
    )
    const response = await call(emulator, id, 'x', { method: 'POST', body: new Uint8Array(3_000_000) })
    expect(await response.json()).toEqual({ size: 3_000_000 })
  })

  it('that the caller gives up is given up at the bot', async () => {
    const aborted = vi.fn()
    const onError = vi.fn()
    const emulator = await startReady({
      onError,
      bot: (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => {
            aborted()
            reject(request.signal.reason)
          })
        }),
    })
    const id = await begin(emulator)
    await expect(call(emulator, id, 'x', { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/)
    await vi.waitFor(() => expect(aborted).toHaveBeenCalledOnce())
    await sleep(20)
    expect(onError).not.toHaveBeenCalled()
  })

  it('that breaks the bot has the error of the API, and is told', async () => {
    const onError = vi.fn()
    const failure = new Error('the bot is broken')
    const emulator = await startReady({ onError, bot: () => Promise.reject(failure) })
    const response = await call(emulator, await begin(emulator), 'x')
    expect([response.status, await response.json()]).toEqual([
      500,
      {
        error: 'Internal server error. Please check logs for more information or contact support.',
        code: '500',
      },
    ])
    expect(onError.mock.calls).toEqual([[failure]])
  })

  it.each([
    [nobody, 'x', 404, { error: 'Service not found', code: '404' }],
    ['none', 'x', 404, { error: 'Service not found', code: '404' }],
    [nobody, '', 501, { code: '501' }],
  ])('to %s/%s is refused with %i', async (id, path, status, body) => {
    const { emulator } = await startWith()
    const response = await call(emulator, id, path, { method: 'POST' })
    expect([response.status, await response.json()]).toMatchObject([status, body])
  })

  it('to a session that has ended, or is another agent’s, is refused', async () => {
    const { emulator, id } = await startWith()
    const other = `${emulator.publicUrl}/other/sessions/${id}/x`
    expect((await fetch(other, { headers: { Authorization: 'Bearer public-key' } })).status).toBe(404)
    emulator.endSession(id)
    expect((await call(emulator, id, 'x')).status).toBe(404)
  })

  it('of an agent that is not ready is refused with that', async () => {
    const emulator = await start({ clock: 'manual' })
    await create(emulator, minimal)
    const response = await call(emulator, nobody, 'x')
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'PCC-1001' }])
  })

  it('needs a public key', async () => {
    const { emulator, id } = await startWith()
    const response = await call(emulator, id, 'x', { headers: { Authorization: 'Bearer another-key' } })
    expect([response.status, await response.json()]).toEqual([
      401,
      { error: 'Unauthorized / token expired', code: '401' },
    ])
  })

  it('goes on during an update that fails', async () => {
    const emulator = await startReady({ failing: [{ image: '*:bad', reason: 'Error' }] })
    const id = await begin(emulator)
    await update(emulator, minimal.serviceName, { image: 'a/b:bad' })
    emulator.clock.advance(1000)
    expect((await call(emulator, id, 'x')).status).toBe(200)
  })
})
