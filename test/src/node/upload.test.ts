import { once } from 'node:events'
import { truncate } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import {
  ApiError,
  BadRequestError,
  ConnectionError,
  ForbiddenError,
  ServerError,
  TimeoutError,
} from '../../../src/errors/index.js'
import { upload, type UploadOptions } from '../../../src/node/upload.js'
import type { CallEvent, ResponseEvent } from '../../../src/options.js'
import { failure } from '../service.js'
import { hashOf, startStorage, type Storage } from './storage.js'
import { noise, plant } from './tree.js'

const bytes = noise(300_000, 5)
const SIGNATURE = '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7'
const uploadFields = {
  key: 'contexts/1.tar.gz',
  'X-Amz-Credential': 'AKIDEXAMPLE/20261124/us-west-2/s3/aws4_request',
  Policy: 'eyJleHBpcmF0aW9uIjoiMjAyNiJ9',
  'X-Amz-Signature': SIGNATURE,
}
const NONE = { limit: 0, minDelay: 0, maxDelay: 0 }

/** Uploads to a storage. */
async function uploadTo(
  { url }: Pick<Storage, 'url'>,
  options: UploadOptions = { retries: NONE },
  fields: Readonly<Record<string, string>> = uploadFields,
): Promise<void> {
  await using planted = await plant({ 'archive.tar.gz': bytes })
  await upload(join(planted.path, 'archive.tar.gz'), { uploadUrl: url, uploadFields: fields }, options)
}

describe('an upload', () => {
  test('is a form with the fields first and the file last, of a known length and without a key', async () => {
    await using storage = await startStorage()
    await uploadTo(storage)
    expect(storage.forms).toHaveLength(1)
    const { headers, size, entries } = storage.forms[0]!
    expect(entries).toEqual([
      ...Object.entries(uploadFields),
      ['Content-Type', 'application/gzip'],
      ['file', { name: 'context.tar.gz', type: 'application/gzip', hash: hashOf(bytes) }],
    ])
    expect(headers['content-length']).toBe(String(size))
    expect(headers).not.toHaveProperty('transfer-encoding')
    expect(headers).not.toHaveProperty('authorization')
  })

  test('has the content type that the fields say, once', async () => {
    await using storage = await startStorage()
    await uploadTo(storage, {}, { 'Content-Type': 'application/x-gzip', key: 'k' })
    expect(storage.forms[0]?.entries.map(([name]) => name)).toEqual(['Content-Type', 'key', 'file'])
    expect(storage.forms[0]?.entries[0]?.[1]).toBe('application/x-gzip')
  })

  test.each([200, 201, 204])('has succeeded with the status %i', async (status) => {
    await using storage = await startStorage((response) => response.writeHead(status).end())
    await expect(uploadTo(storage)).resolves.toBeUndefined()
  })

  test('is read from its file while it is sent', async () => {
    const size = 128 * 2 ** 20
    let received = 0
    let most = 0
    const server = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        received += chunk.length
        most = Math.max(most, process.memoryUsage().arrayBuffers)
      })
      request.on('end', () => response.writeHead(204).end())
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    await using planted = await plant({ 'archive.tar.gz': '' })
    const path = join(planted.path, 'archive.tar.gz')
    await truncate(path, size)
    const { port } = server.address() as AddressInfo // of a TCP server
    const before = process.memoryUsage().arrayBuffers
    await upload(path, { uploadUrl: `http://127.0.0.1:${port}/`, uploadFields })
    server.close()
    expect(received).toBeGreaterThan(size)
    expect(most - before).toBeLessThan(size * 0.7)
  })

  test('is made by a `fetch` of the caller, which gets no key', async () => {
    await using storage = await startStorage()
    const fetch = vi.fn((request: Request) => globalThis.fetch(request))
    await uploadTo(storage, { fetch })
    expect(fetch).toHaveBeenCalledOnce()
    expect(fetch.mock.calls[0]?.[0].headers.has('authorization')).toBe(false)
    expect(storage.forms).toHaveLength(1)
  })
})

describe('a refusal is an ApiError', () => {
  const xml =
    '<?xml version="1.0"?>\n<Error><Code>EntityTooLarge</Code><Message>Too &amp; big</Message></Error>'
  test.each<[number, string, typeof ApiError, string]>([
    [400, xml, BadRequestError, 'uploadContext failed: Too & big (400 EntityTooLarge)'],
    [403, '{"error":"no","code":"X"}', ForbiddenError, 'uploadContext failed: no (403 X)'],
    [403, 'plain', ForbiddenError, 'uploadContext failed (403)'],
    [202, '', ApiError, 'uploadContext failed (202)'],
    [500, '', ServerError, 'uploadContext failed (500)'],
  ])('%i %j', async (status, body, ErrorClass, message) => {
    await using storage = await startStorage((response) => response.writeHead(status).end(body))
    const error = await failure(uploadTo(storage))
    expect(error).toBeInstanceOf(ErrorClass)
    expect(error).toMatchObject({ status, message, operation: 'uploadContext' })
  })

  test('without the permission that the storage repeats', async () => {
    const echo = `<Error><Code>SignatureDoesNotMatch</Code><Message>No ${SIGNATURE}</Message></Error>`
    await using storage = await startStorage((response) =>
      response.writeHead(403, { 'x-echo': uploadFields.Policy }).end(echo),
    )
    const error = await failure(uploadTo(storage))
    expect(error).toMatchObject({ body: { code: 'SignatureDoesNotMatch', message: 'No [redacted]' } })
    for (const text of [inspect(error, { depth: 9 }), JSON.stringify(error)]) {
      expect(text).not.toContain(SIGNATURE)
      expect(text).not.toContain(uploadFields.Policy)
    }
  })

  test('whose text has no end is not read to it', async () => {
    let written = 0
    await using storage = await startStorage((response) => {
      response.writeHead(400)
      const chunk = Buffer.alloc(65_536, 'x')
      const more = () => {
        if (response.destroyed) return
        written += chunk.length
        if (response.write(chunk)) setImmediate(more)
        else response.once('drain', more)
      }
      more()
    })
    expect(await failure(uploadTo(storage))).toMatchObject({ status: 400, body: undefined })
    expect(written).toBeLessThan(64 * 2 ** 20)
  })
})

describe('without an answer', () => {
  test('a refused connection is a ConnectionError', async () => {
    const storage = await startStorage()
    await storage[Symbol.asyncDispose]()
    const error = await failure(uploadTo(storage))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({
      operation: 'uploadContext',
      message: expect.stringMatching(/^uploadContext got no response: .*ECONNREFUSED/),
    })
  })

  test('a connection that breaks during the upload is one', async () => {
    await using storage = await startStorage(undefined, ({ socket }) => socket.resetAndDestroy())
    expect(await failure(uploadTo(storage))).toBeInstanceOf(ConnectionError)
  })

  test('an answer that leads elsewhere is one, and nothing is sent there', async () => {
    await using other = await startStorage()
    await using storage = await startStorage((response) =>
      response.writeHead(307, { location: other.url }).end(),
    )
    const error = await failure(uploadTo(storage))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ message: expect.stringContaining('redirect') })
    expect(other.forms).toEqual([])
  })

  test('a URL that is none is one', async () => {
    expect(await failure(uploadTo({ url: 'nowhere' }))).toBeInstanceOf(ConnectionError)
  })

  test('it takes no longer than `timeout`', async () => {
    await using storage = await startStorage(() => undefined)
    const error = await failure(uploadTo(storage, { timeout: 100 }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ timeout: 100, message: 'uploadContext took longer than 100 ms' })
  })

  test('a signal ends it at once', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    await using storage = await startStorage(() => controller.abort(reason))
    expect(await failure(uploadTo(storage, { signal: controller.signal }))).toBe(reason)
  })
})

describe('an upload that fails in passing', () => {
  const retries = { limit: 2, minDelay: 1, maxDelay: 2 }

  test('is tried again with the whole file', async () => {
    await using storage = await startStorage((response, number) => {
      if (number === 1) response.writeHead(503).end()
      else if (number === 2) response.destroy()
      else response.writeHead(204).end()
    })
    await uploadTo(storage, { retries })
    expect(storage.forms.map(({ entries }) => entries)).toEqual(
      Array.from({ length: 3 }, () => storage.forms[0]?.entries),
    )
  })

  test('is given up after so many retries', async () => {
    await using storage = await startStorage((response) => response.writeHead(503).end())
    expect(await failure(uploadTo(storage, { retries }))).toMatchObject({ status: 503 })
    expect(storage.forms).toHaveLength(3)
  })

  test('is not tried again where that is of no use', async () => {
    await using storage = await startStorage((response) => response.writeHead(403).end())
    expect(await failure(uploadTo(storage, { retries }))).toMatchObject({ status: 403 })
    expect(storage.forms).toHaveLength(1)
  })
})

/** Hooks that record what they are told, and what they were told. */
function recorded() {
  const events: [string, CallEvent][] = []
  const record = (name: string) => (event: CallEvent) => void events.push([name, event])
  const hooks = {
    onRequest: record('request'),
    onResponse: record('response'),
    onRetry: record('retry'),
    onError: record('error'),
  }
  return { hooks: [hooks], events }
}

describe('hooks', () => {
  const retries = { limit: 1, minDelay: 1, maxDelay: 2 }

  test('are told of every attempt of an upload, as of one call', async () => {
    await using storage = await startStorage((response, number) =>
      response.writeHead(number === 1 ? 503 : 204).end(),
    )
    const { hooks, events } = recorded()
    await uploadTo(storage, { retries, hooks })
    const sent = { operation: 'uploadContext', method: 'POST', url: storage.url }
    expect(events).toMatchObject([
      ['request', { ...sent, attempt: 1 }],
      ['response', { ...sent, attempt: 1, status: 503, duration: expect.any(Number) }],
      ['retry', { attempt: 1, error: { status: 503 } }],
      ['request', { ...sent, attempt: 2 }],
      ['response', { ...sent, attempt: 2, status: 204 }],
    ])
    expect(new Set(events.map(([, { call }]) => call)).size).toBe(1)
  })

  test('are told what it failed with, and not of the permission that the storage repeats', async () => {
    await using storage = await startStorage((response) =>
      response.writeHead(403, { 'x-echo': uploadFields.Policy }).end(),
    )
    const { hooks, events } = recorded()
    const error = await failure(uploadTo(storage, { retries, hooks }))
    expect(events.map(([name]) => name)).toEqual(['request', 'response', 'error'])
    const { headers } = events[1]![1] as ResponseEvent // It is the second.
    expect(headers.get('x-echo')).toBe('[redacted]')
    expect(events[2]?.[1]).toMatchObject({ operation: 'uploadContext', error, duration: expect.any(Number) })
    expect(inspect(events, { depth: 9 })).not.toContain(uploadFields.Policy)
  })

  test('are told that it took too long, once', async () => {
    await using storage = await startStorage(() => undefined)
    const { hooks, events } = recorded()
    const error = await failure(uploadTo(storage, { timeout: 100, hooks }))
    expect(events).toMatchObject([
      ['request', { attempt: 1 }],
      ['error', { error }],
    ])
  })
})
