import { describe, expect, test } from 'vitest'
import { PipecatCloud, type PipecatCloudOptions } from '../../../src/index.js'
import { failure } from '../service.js'
import { attacks } from './attacks.js'
import { http, open, pour } from './hostile-servers.js'
import { KEYS } from './world.js'

/** How much the process may grow, the server included, in bytes. */
const LEEWAY = 300 * 2 ** 20

function clientAt(url: string, options: PipecatCloudOptions = {}): PipecatCloud {
  const validate = { responses: 'throw' } as const
  return new PipecatCloud({ ...KEYS, baseUrl: `${url}/v1`, retries: 0, validate, ...options })
}

/** Does something, and tells by how much the process was larger at the most, in bytes. */
async function growth(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  await work().finally(() => clearInterval(timer))
  return Math.max(most, process.memoryUsage().rss) - before
}

describe('a server that is out for harm', () => {
  test.each(Object.entries(attacks))('%s: a clear error, soon, in bounded memory', async (_, attack) => {
    const url = await open(attack.server())
    const { agents } = clientAt(url, attack.options)
    const start = performance.now()
    const grown = await growth(async () => {
      const error = await failure(agents.get('a'))
      expect(error).toMatchObject(attack.want)
      expect(String(error).length).toBeLessThan(10_000)
    })
    expect(grown).toBeLessThan(LEEWAY)
    expect(performance.now() - start).toBeLessThan(30_000)
  })

  test('the body of a bot may be as large as it likes: the caller reads as much of it as it wants', async () => {
    let written = 0
    const server = http((_, response) => {
      pour(response, 2 ** 31)
      response.on('close', () => (written = response.socket?.bytesWritten ?? written))
    })
    const { sessions } = clientAt(await open(server))
    const grown = await growth(async () => {
      const { body } = await sessions.request('a', 'b', 'c')
      for await (const part of body!) if (part.length > 0) break // A response with a body has one.
    })
    expect(grown).toBeLessThan(LEEWAY)
    await expect.poll(() => written).toBeLessThan(LEEWAY)
  })
})

/** A server that redirects to another one, and what that one gets. */
async function redirecting(status: number) {
  const received: string[] = []
  const other = await open(
    http((request, response) => {
      received.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      response.end('{}')
    }),
  )
  const first = await open(
    http((request, response) =>
      response
        .writeHead(status, { location: `${other.replace('127.0.0.1', 'localhost')}${request.url}` })
        .end(),
    ),
  )
  return { received, pipecat: clientAt(first, { retries: 2 }) }
}

describe('a redirect to another host', () => {
  const statuses = [301, 302, 303, 307, 308]

  test.each(statuses)('of status %i is not followed, and is an ApiError', async (status) => {
    const { received, pipecat } = await redirecting(status)
    const calls = [
      pipecat.agents.get('a'),
      pipecat.agents.create({ serviceName: 'ab', image: 'b/c:1' }),
      pipecat.agents.delete('a'),
      pipecat.secrets.set('abc', { secrets: [{ secretKey: 'A', secretValue: 'b' }] }),
      pipecat.sessions.start('a'),
    ]
    for (const error of await Promise.all(calls.map((call) => failure(call)))) {
      expect(error).toMatchObject({
        name: 'ApiError',
        status,
        message: expect.stringContaining('is a redirect, which is not followed'),
      })
    }
    expect(received).toEqual([])
  })

  test.each(statuses)(
    'of status %i that a bot answers is given as it is, and not followed',
    async (status) => {
      const { received, pipecat } = await redirecting(status)
      const response = await pipecat.sessions.request('a', 'b', 'c')
      expect(response.status).toBe(status)
      expect(response.redirected).toBe(false)
      await response.body?.cancel()
      expect(received).toEqual([])
    },
  )
})
