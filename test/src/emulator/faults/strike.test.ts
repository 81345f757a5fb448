import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Emulator, Fault, StruckFault } from '../../../../src/emulator/index.js'
import { create, get, minimal, send, start } from '../emulation.js'

/** What a client gets on a connection of its own. */
interface Received {
  readonly text: string
  /** How the connection ended; `open` if it had not after a while. */
  readonly end: 'reset' | 'closed' | 'open'
}

/** Sends the request to create an agent on a connection of its own, and reads all that comes. */
async function exchange({ url }: Emulator, patience = 150): Promise<Received> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  const body = JSON.stringify(minimal)
  socket.write(
    [
      'POST /v1/agents HTTP/1.1',
      'Host: emulator',
      'Authorization: Bearer some-key',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body,
    ].join('\r\n'),
  )
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const end = await Promise.race([
    once(socket, 'end').then(() => 'closed' as const),
    // What `once` waits for fails with the error of the connection.
    once(socket, 'close').then(
      () => 'closed' as const,
      () => 'reset' as const,
    ),
    sleep(patience).then(() => 'open' as const),
  ]).catch(() => 'reset' as const)
  return { text, end }
}

function parts({ text }: Received): { head: string; body: string; length: number } {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return { head, body, length: Number(/^content-length: (\d+)$/im.exec(head)?.[1]) }
}

const exists = ({ state }: Emulator) => state.agents.has(minimal.serviceName)

describe.each(['before', 'after'] as const)('%s the effect', (when) => {
  const isDone = when === 'after'

  it('a connection is reset', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'reset', when })
    expect(await exchange(emulator)).toEqual({ text: '', end: 'reset' })
    expect(exists(emulator)).toBe(isDone)
  })

  it('an answer does not come', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'hang', when })
    expect(await exchange(emulator)).toEqual({ text: '', end: 'open' })
    expect(exists(emulator)).toBe(isDone)
  })

  it('an answer is late', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'slow', when, delay: 200 })
    const begin = performance.now()
    const answer = create(emulator, minimal)
    await sleep(100)
    expect(exists(emulator)).toBe(isDone)
    expect((await answer).status).toBe(200)
    expect(performance.now() - begin).toBeGreaterThan(190)
    expect(exists(emulator)).toBe(true)
  })

  it('an answer is cut off, with its right length', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'truncate', when })
    const received = await exchange(emulator, 1000)
    const { head, body, length } = parts(received)
    expect(head).toMatch(/^HTTP\/1\.1 200 /)
    expect(body.length).toBe(Math.floor(length / 2))
    expect(received.end).toBe('closed')
    expect(exists(emulator)).toBe(isDone)
    if (isDone) expect(body).toMatch(/^\{"name":"voice-starter",/)
  })

  it('an answer stops in the middle, with its right length', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'stall', when })
    const received = await exchange(emulator)
    const { body, length } = parts(received)
    expect(body.length).toBe(Math.floor(length / 2))
    expect(received.end).toBe('open')
    expect(exists(emulator)).toBe(isDone)
  })

  it('an answer is no JSON', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'invalid-json', when })
    await expect(create(emulator, minimal)).rejects.toThrow(SyntaxError)
    expect(exists(emulator)).toBe(isDone)
  })

  it('an answer has another type', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'content-type', when })
    emulator.faults.add({ kind: 'content-type', contentType: 'text/plain' })
    const { status, headers, body } = await create(emulator, minimal)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html'])
    if (isDone) expect(body).toMatchObject({ name: minimal.serviceName })
    expect(exists(emulator)).toBe(isDone)
  })

  it('there is another answer', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'status', when, status: 503, retryAfter: 7 })
    const { status, headers, body } = await create(emulator, minimal)
    expect([status, headers.get('retry-after')]).toEqual([503, '7'])
    expect(body).toEqual({ error: 'Service Unavailable', code: '503' })
    expect(exists(emulator)).toBe(isDone)
  })
})

describe('another answer', () => {
  it.each([
    [401, { error: 'Unauthorized', code: 'UNAUTHORIZED' }],
    [500, { error: 'Internal server error', code: 'INTERNAL_SERVER_ERROR' }],
    [404, { error: 'Not Found', code: '404' }],
    [599, { error: 'Status 599', code: '599' }],
    [
      429,
      {
        error: 'Rate limit exceeded. Please try again later',
        message: 'Rate limit exceeded. Please try again later',
        status: 429,
        code: '429',
      },
    ],
  ])('of %i is that of the API', async (status, body) => {
    const emulator = await start()
    emulator.faults.add({ kind: 'status', status })
    const answer = await get(emulator, 'a')
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body })
    expect(answer.headers.has('retry-after')).toBe(false)
  })

  it('can be said', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:1/' }, nth: 1 })
    emulator.faults.add({ kind: 'status', status: 200, body: [1], headers: { 'x-a': 'b' } })
    const redirect = await fetch(emulator.url, { redirect: 'manual' })
    expect([redirect.status, redirect.headers.get('location')]).toEqual([307, 'http://127.0.0.1:1/'])
    const json = await send(emulator, 'GET', '/regions')
    expect([json.body, json.headers.get('x-a')]).toEqual([[1], 'b'])
    emulator.faults.clear()
    emulator.faults.add({
      kind: 'status',
      status: 502,
      body: '<html>',
      headers: { 'content-type': 'text/html' },
    })
    const page = await fetch(emulator.url)
    expect([page.headers.get('content-type'), await page.text()]).toEqual(['text/html', '<html>'])
  })
})

describe('refused connections', () => {
  it('are reset before a byte is read', async () => {
    const emulator = await start()
    const fault = emulator.faults.add({ kind: 'refuse', times: 2 })
    expect([await exchange(emulator), await exchange(emulator)]).toEqual([
      { text: '', end: 'reset' },
      { text: '', end: 'reset' },
    ])
    expect(exists(emulator)).toBe(false)
    expect((await create(emulator, minimal)).status).toBe(200)
    expect([fault.calls, fault.hits]).toEqual([3, 2])
  })

  it('strike each request once, whether its connection is new or was kept alive', async () => {
    const emulator = await start()
    await get(emulator, 'a')
    const fault = emulator.faults.add({ kind: 'refuse', nth: 2, times: 1 })
    expect((await get(emulator, 'a')).status).toBe(404)
    await expect(create(emulator, minimal)).rejects.toThrow('fetch failed')
    expect([fault.calls, fault.hits, exists(emulator)]).toEqual([2, 1, false])
    expect((await get(emulator, 'a')).status).toBe(404)
    expect([fault.calls, fault.hits]).toEqual([3, 1])
  })
})

describe('faults', () => {
  it('strike by operation', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'status', status: 503, operation: 'getAgent' })
    const statuses = [
      (await create(emulator, minimal)).status,
      (await get(emulator, minimal.serviceName)).status,
      (await send(emulator, 'HEAD', '/agents/a')).status,
      (await send(emulator, 'GET', '/agents/a?x=/regions')).status,
      (await send(emulator, 'GET', '/regions')).status,
    ]
    expect(statuses).toEqual([200, 503, 503, 503, 200])
  })

  it('strike requests to sessions by operation, whatever their path', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'status', status: 503, operation: 'sessionProxyPost' })
    const path = '/public/a/sessions/57af5437-97a2-4646-9873-a5c8935bd705/api/offer'
    expect((await send(emulator, 'POST', path)).status).toBe(503)
    expect((await send(emulator, 'PUT', path)).status).toBe(404)
  })

  it('are told', async () => {
    const struck: StruckFault[] = []
    const emulator = await start({ onFault: (fault) => struck.push(fault) })
    emulator.faults.add({ kind: 'status', status: 503 })
    await get(emulator, 'a?key=secret')
    await fetch(`${emulator.url}/nothing`)
    emulator.faults.clear()
    emulator.faults.add({ kind: 'refuse' })
    await exchange(emulator)
    expect(struck).toEqual([
      { kind: 'status', when: 'before', method: 'GET', path: '/v1/agents/a', operation: 'getAgent' },
      { kind: 'status', when: 'before', method: 'GET', path: '/v1/nothing' },
      { kind: 'refuse' },
    ])
  })

  it('strike also where to tell them fails', async () => {
    const onError = vi.fn()
    const onFault = vi.fn().mockThrow(new Error('the disk is full'))
    const emulator = await start({ onError, onFault })
    emulator.faults.add({ kind: 'status', status: 503 })
    expect((await get(emulator, 'a')).status).toBe(503)
    expect(onError.mock.calls).toEqual([[new Error('the disk is full')]])
  })

  it('let a request that is no request have its answer', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'content-type', contentType: 'text/plain' })
    const { hostname, port } = new URL(emulator.url)
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    socket.write('TRACE / HTTP/1.1\r\nHost: emulator\r\n\r\n')
    const [chunk] = await once(socket, 'data')
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 400 /)
    expect(String(chunk)).toContain('content-type: text/plain')
  })

  it.each<Fault>([
    { kind: 'hang' },
    { kind: 'hang', when: 'after' },
    { kind: 'stall' },
    { kind: 'slow', delay: 60_000 },
  ])('end with the emulator: %j', async (fault) => {
    const onError = vi.fn()
    const emulator = await start({ onError })
    emulator.faults.add(fault)
    const received = exchange(emulator, 10_000)
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).toContain('TCPSocketWrap'))
    await sleep(50)
    const begin = performance.now()
    await emulator.close()
    expect((await received).end).not.toBe('open')
    expect(performance.now() - begin).toBeLessThan(1000)
    expect(onError).not.toHaveBeenCalled()
  })

  it('that are late do nothing for a caller who has gone', async () => {
    const emulator = await start()
    emulator.faults.add({ kind: 'slow', delay: 150 })
    const signal = AbortSignal.timeout(30)
    const body = JSON.stringify(minimal)
    await expect(send(emulator, 'POST', '/agents', { body, signal })).rejects.toThrow(/timeout/)
    await sleep(200)
    expect(exists(emulator)).toBe(false)
  })
})

describe('offline', () => {
  it('an emulator refuses connections, and keeps its state', async () => {
    const emulator = await start()
    await create(emulator, minimal)
    await emulator.goOffline()
    const failure: unknown = await get(emulator, 'a').catch((error: unknown) => error)
    expect(failure).toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    await emulator.goOnline()
    await emulator.goOnline()
    expect((await get(emulator, minimal.serviceName)).status).toBe(200)
    await emulator.close()
    await expect(emulator.goOnline()).rejects.toThrow('The emulator is closed, and cannot listen again')
  })
})
