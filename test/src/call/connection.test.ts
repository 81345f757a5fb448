import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { ConnectionError, PipecatCloud, PipecatCloudError } from '../../../src/index.js'
import { failure, KEY, serve } from '../service.js'

describe('without a whole response', () => {
  test('a refused connection is a ConnectionError with its cause', async () => {
    const service = await serve(() => undefined)
    await service[Symbol.asyncDispose]()
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toBeInstanceOf(PipecatCloudError)
    const port = Number(new URL(service.url).port)
    expect(error).toMatchObject({
      name: 'ConnectionError',
      operation: 'getAgent',
      message: `getAgent got no response: fetch failed: connect ECONNREFUSED 127.0.0.1:${port}`,
      cause: {
        name: 'TypeError',
        message: 'fetch failed',
        cause: { code: 'ECONNREFUSED', syscall: 'connect', port },
      },
    })
  })

  test('a connection that is reset before the headers is one', async () => {
    await using service = await serve((response) => response.socket?.resetAndDestroy())
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toMatchObject({ name: 'ConnectionError', cause: { cause: { code: 'ECONNRESET' } } })
  })

  test.each([200, 500])('a connection that breaks in the body of a %i is one', async (status) => {
    await using service = await serve((response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).write('{')
      setTimeout(() => response.destroy(), 20)
    })
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toMatchObject({
      name: 'ConnectionError',
      message: 'getAgent got no response: terminated: other side closed',
    })
  })

  test('what answers in another protocol is one', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // of a TCP server
    const pipecat = new PipecatCloud({ apiKey: KEY, baseUrl: `http://127.0.0.1:${port}`, retries: 0 })
    expect(await failure(pipecat.agents.get('a'))).toBeInstanceOf(ConnectionError)
    server.close()
  })

  test.each<[string, () => Promise<Response>]>([
    [
      'that throws',
      () => {
        throw new Error('boom')
      },
    ],
    ['that rejects with no error', () => Promise.reject('boom')],
    ['that gives no response', () => Promise.resolve('boom' as unknown as Response)],
  ])('a fetch %s is one', async (_, fetch) => {
    const pipecat = new PipecatCloud({ apiKey: KEY, fetch, retries: 0 })
    const error = await failure(pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ConnectionError)
    expect((error as ConnectionError).cause).toBeInstanceOf(Error)
  })
})
