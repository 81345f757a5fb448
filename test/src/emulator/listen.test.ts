import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Emulator, startEmulator } from '../../../src/emulator/index.js'
import { get, start } from './emulation.js'

const lines = (...text: string[]) => [...text, '', ''].join('\r\n')

async function open({ url }: Emulator): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  // The other end is closed without ceremony, and that is what is tested.
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Closes an emulator and tells whether that took less than the five seconds that idle connections have, and ended the connection. */
async function closes(emulator: Emulator, socket: Socket): Promise<boolean> {
  const ended = new Promise((resolve) => socket.once('close', resolve))
  const begin = performance.now()
  await Promise.all([emulator.close(), ended])
  return performance.now() - begin < 3000
}

describe('close', () => {
  it('ends a connection that is kept alive', async () => {
    const emulator = await start()
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    const message = request(`${emulator.url}/agents/a`, { agent }).end()
    const [response] = await once(message, 'response')
    response.resume()
    await once(agent, 'free')
    const [socket] = Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? [])
    expect(await closes(emulator, socket!)).toBe(true)
  })

  it('ends a connection that has sent nothing', async () => {
    const emulator = await start()
    expect(await closes(emulator, await open(emulator))).toBe(true)
  })

  it('ends a request whose body does not come, and calls it no error', async () => {
    const [onError, onRequest] = [vi.fn(), vi.fn()]
    const emulator = await start({ onError, onRequest })
    const socket = await open(emulator)
    socket.write(
      lines(
        'POST /v1/agents HTTP/1.1',
        'Host: emulator',
        'Authorization: Bearer some-key',
        'Content-Type: application/json',
        'Content-Length: 100',
        'Expect: 100-continue',
      ),
    )
    // The request is with its operation now, and waits.
    expect(String((await once(socket, 'data'))[0])).toContain('100 Continue')
    socket.write('{')
    expect(await closes(emulator, socket)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(onError).not.toHaveBeenCalled()
    expect(onRequest).not.toHaveBeenCalled()
  })

  it('may be called again, at the same time or later', async () => {
    const emulator = await startEmulator()
    await Promise.all([emulator.close(), emulator.close()])
    await emulator.close()
    await expect(get(emulator, 'a')).rejects.toThrow('fetch failed')
  })

  it('frees the port', async () => {
    const { url, close } = await start()
    await close()
    const again = await start({ port: Number(new URL(url).port) })
    expect(again.url).toBe(url)
  })
})

describe('a body that nobody wants', () => {
  it.each([
    ['/v1/agents', '401'],
    ['/v1/public/a/sessions/57af5437-97a2-4646-9873-a5c8935bd705/x', '401'],
    ['/v1/nothing', '501'],
    ['/uploads/none', '404'],
  ])('sent to %s is read away, so that the connection can be used again', async (path, status) => {
    const socket = await open(await start())
    const statuses: string[] = []
    socket.on('data', (chunk: Buffer) => {
      statuses.push(...[...chunk.toString().matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, found]) => String(found)))
    })
    const size = 3_000_000
    socket.write(lines(`POST ${path} HTTP/1.1`, 'Host: emulator', `Content-Length: ${size}`))
    socket.write(Buffer.alloc(size))
    socket.write(lines('GET /v1/regions HTTP/1.1', 'Host: emulator'))
    await vi.waitFor(() => expect(statuses).toEqual([status, '401']), 2000)
  })
})

describe('listening', () => {
  it('fails on a port that is in use, with what to do', async () => {
    const port = Number(new URL((await start()).url).port)
    await expect(startEmulator({ port })).rejects.toThrow(
      `Cannot listen on port ${port} of 127.0.0.1: another program uses it; choose another, or 0 for any that is free`,
    )
  })

  it('takes a malformed Host header', async () => {
    const emulator = await start()
    const socket = await open(emulator)
    socket.write(lines('GET /v1/agents/a HTTP/1.1', 'Host: a b', 'Authorization: Bearer some-key'))
    expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1\.1 404 /)
  })

  it('can be on another loopback address', async () => {
    const emulator = await start({ host: '127.0.0.2' })
    expect(new URL(emulator.url).hostname).toBe('127.0.0.2')
    expect((await get(emulator, 'a')).status).toBe(404)
  })
})
