import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { PipecatCloudError, ResponseTooLargeError } from '../../src/index.js'
import type { Answer } from '../scripts/runtime/client/loopback.js'
import { agentWith } from './agent.js'
import { failure, serve } from './service.js'

const LIMIT = 10_000
/** As JSON, an agent of exactly that many bytes. */
function agentOf(bytes: number): string {
  const rest = bytes - JSON.stringify({ ...agentWith(), filler: '' }).length
  return JSON.stringify({ ...agentWith(), filler: 'x'.repeat(rest) })
}

const kinds: readonly [string, (status: number, body: string) => Answer][] = [
  [
    'with its length',
    (status, body) => (response) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length })
        .end(body),
  ],
  [
    'in chunks',
    (status, body) => (response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      for (let start = 0; start < body.length; start += 1000) response.write(body.slice(start, start + 1000))
      response.end()
    },
  ],
  [
    'compressed',
    (status, body) => (response) => {
      const bytes = gzipSync(body)
      response
        .writeHead(status, {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
          'Content-Length': bytes.length,
        })
        .end(bytes)
    },
  ],
]

describe.each(kinds)('a response %s', (_, answer) => {
  test('is read up to the limit', async () => {
    await using service = await serve(answer(200, agentOf(LIMIT)), { maxResponseBytes: LIMIT })
    expect(await service.pipecat.agents.get('a')).toMatchObject(agentWith())
  })

  test.each([200, 404, 500])('of status %i is not read beyond it', async (status) => {
    await using service = await serve(answer(status, agentOf(LIMIT + 1)), { maxResponseBytes: LIMIT })
    const error = await failure(service.pipecat.agents.get('a'))
    expect(error).toBeInstanceOf(ResponseTooLargeError)
    expect(error).toBeInstanceOf(PipecatCloudError)
    expect(error).toMatchObject({
      name: 'ResponseTooLargeError',
      message: `The response of getAgent is larger than ${LIMIT} bytes`,
      operation: 'getAgent',
      limit: LIMIT,
    })
    // More of the same would come the next time.
    expect(service.requests).toHaveLength(1)
  })

  test('may be larger where the call says so', async () => {
    await using service = await serve(answer(200, agentOf(LIMIT + 1)), { maxResponseBytes: LIMIT })
    expect(await service.pipecat.agents.get('a', { maxResponseBytes: LIMIT + 1 })).toMatchObject(agentWith())
  })
})

test('a response without end is let go of', async () => {
  const closed = vi.fn<() => void>()
  await using service = await serve((response) => {
    const timer = setInterval(() => response.write('x'.repeat(100_000)), 1)
    response.on('close', () => {
      clearInterval(timer)
      closed()
    })
  })
  const error = await failure(service.pipecat.agents.get('a', { maxResponseBytes: 1_000_000 }))
  expect(error).toBeInstanceOf(ResponseTooLargeError)
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1))
})

/** A response that says it is that long. */
const response = (length: number) =>
  Promise.resolve(new Response('{}', { headers: { 'Content-Length': String(length) } }))

test('16 MiB are read by default, and not a byte more', async () => {
  await using service = await serve(() => undefined, { validate: { responses: 'off' } })
  const { agents } = service.pipecat
  expect(await agents.get('a', { fetch: () => response(16_777_216) })).toEqual({})
  expect(await failure(agents.get('a', { fetch: () => response(16_777_217) }))).toMatchObject({
    limit: 16_777_216,
  })
})
