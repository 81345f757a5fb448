import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { RequestOptions } from '../../../../scripts/src/runtime/client/client.js'
import type { Outcome } from '../../../../scripts/src/runtime/client/result.js'
import { type Answer, json, listen, type ReceivedRequest, text } from '../../runtime/client/loopback.js'
import { all } from '../../runtime/client/streams.js'
import { type AnyFunction, importClient } from './emitted.js'
import { media } from './media.js'

let imported: ReturnType<typeof importClient> | undefined

async function invoke(
  url: string,
  operation: string,
  params: unknown,
  init: RequestOptions = {},
): Promise<Outcome> {
  // Imported once, in the test that comes first: what it has loaded stays when its folder is gone.
  imported ??= importClient(media)
  const layer = await imported
  // Every export in lower case but `createClient` is the function of an operation.
  return await (layer[operation] as AnyFunction)(layer.createClient({ baseUrl: url }), params, init)
}

/** Calls a generated function once; `serve` is what a server on loopback answers. */
async function call(operation: string, params: unknown, serve: Answer, init?: RequestOptions) {
  await using server = await listen(serve)
  const outcome = await invoke(server.url, operation, params, init)
  return { request: server.requests[0] as ReceivedRequest, outcome }
}

const done: Answer = (response) => response.writeHead(204).end()

/** What a server makes of a multipart body: the parts, their bytes as text. */
async function partsOf({ headers, bytes }: ReceivedRequest) {
  const type = String(headers['content-type'])
  const body = new Uint8Array(bytes)
  const request = new Request('http://a', { method: 'POST', body, headers: { 'Content-Type': type } })
  const data = await request.formData()
  return Promise.all(
    [...data].map(async ([name, part]) =>
      typeof part === 'string' ? [name, part] : [name, await part.text(), part.type, part.name],
    ),
  )
}

describe('a request', () => {
  test('is a form, its members in the styles that the document names', async () => {
    const body = {
      amount: 2000,
      note: 'two words & more',
      card: { number: '4242', owner: { name: 'é' } },
      expand: ['customer', 'invoice.payment'],
      lines: [{ price: 'p1' }, { price: 'p2' }],
      options: { a: 1 },
      colors: ['red', 'blue'],
      range: { from: 1, to: 2 },
      url: 'https://a.example/b?c=d',
      raw: ['x'],
      none: undefined,
    }
    const { request } = await call('charge', { body }, done)
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(request.body.split('&')).toEqual([
      'amount=2000',
      'note=two+words+%26+more',
      'card%5Bnumber%5D=4242',
      'card%5Bowner%5D%5Bname%5D=%C3%A9',
      'expand%5B%5D=customer',
      'expand%5B%5D=invoice.payment',
      'lines%5B0%5D%5Bprice%5D=p1',
      'lines%5B1%5D%5Bprice%5D=p2',
      'options=%7B%22a%22%3A1%7D',
      'colors=red%7Cblue',
      'from=1',
      'to=2',
      'url=https://a.example/b?c=d',
      'raw=%5B%22x%22%5D',
    ])
  })

  test('is multipart, and a server finds the parts', async () => {
    const body = {
      title: 'Two words',
      file: new File(['\0\r\n\xFF'], 'ü "1".bin', { type: 'application/x-thing' }),
      more: [new Blob(['a']), new Blob(['b'], { type: 'image/gif' })],
      tags: ['x', 'y'],
      meta: { name: 'n' },
      picture: new Blob(['png']),
      page: '<p>',
      list: [1, 2],
      size: { x: 1, y: 2 },
    }
    const { request } = await call('upload', { body }, done)
    expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(await partsOf(request)).toEqual([
      ['title', 'Two words'],
      ['file', '\0\r\n\xFF', 'application/x-thing', 'ü "1".bin'],
      ['more', 'a', 'application/octet-stream', 'blob'],
      ['more', 'b', 'image/gif', 'blob'],
      ['tags', 'x'],
      ['tags', 'y'],
      ['meta', '{"name":"n"}', 'application/json', 'blob'],
      ['picture', 'png', 'image/png', 'blob'],
      ['page', '<p>', 'text/html', 'blob'],
      ['list', '[1,2]', 'application/json', 'blob'],
      ['size[x]', '1'],
      ['size[y]', '2'],
    ])
  })

  test.each<[string, unknown, Partial<ReceivedRequest>, string | undefined]>([
    ['note', { body: 'two\r\nlines é' }, { body: 'two\r\nlines é' }, 'text/plain'],
    ['note', { body: '' }, { body: '' }, 'text/plain'],
    [
      'sendBytes',
      { body: new Blob(['x'], { type: 'image/png' }) },
      { body: 'x' },
      'application/octet-stream',
    ],
    ['sendBytes', { body: new Uint8Array([120]) }, { body: 'x' }, 'application/octet-stream'],
    ['sendBytes', { body: new Blob(['x']).stream() }, { body: 'x' }, 'application/octet-stream'],
    ['sendImage', { body: new Blob(['x'], { type: 'image/png' }) }, { body: 'x' }, 'image/png'],
    [
      'sendLines',
      { body: [{ name: 'a' }, { name: 'b' }] },
      { body: '{"name":"a"}\n{"name":"b"}\n' },
      'application/x-ndjson',
    ],
    ['sendPatch', { body: { name: 'a' } }, { body: '{"name":"a"}' }, 'application/json'],
    ['sendItem', { body: { name: 'a' } }, { body: '{"name":"a"}' }, 'application/json'],
    [
      'sendItem',
      { body: { name: 'a' }, contentType: 'application/x-www-form-urlencoded' },
      { body: 'name=a' },
      'application/x-www-form-urlencoded',
    ],
    ['sendItem', { body: new Blob(['x']), contentType: 'image/png' }, { body: 'x' }, 'image/png'],
    ['sendItem', { body: 'a,b', contentType: 'text/csv' }, { body: 'a,b' }, 'text/csv'],
    ['sendDraft', { path: { id: 'a' } }, { url: '/drafts/a', body: '' }, undefined],
    ['sendDraft', { path: { id: 'a' }, body: 'a' }, { body: 'a' }, 'text/plain'],
  ])('%s(%j) is %j', async (operation, params, want, type) => {
    const { request } = await call(operation, params, done)
    expect(request).toMatchObject(want)
    expect(request.headers['content-type']).toBe(type)
  })

  test('has another content type where the caller gives one', async () => {
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    const { request } = await call('note', { body: 'a' }, done, { headers })
    expect(request.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  test('streams items while they are made', async () => {
    const received: string[] = []
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => received.push(chunk))
      request.on('end', () => response.writeHead(204).end())
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo // a TCP server has one of this type
    async function* items() {
      yield { name: 'first' }
      while (received.length === 0) await sleep(1) // oxlint-disable-line no-await-in-loop -- waits for the server
      yield { name: 'second' }
    }
    const outcome = await invoke(`http://127.0.0.1:${port}`, 'sendLines', { body: items() })
    expect(outcome.status).toBe(204)
    expect(received).toEqual(['{"name":"first"}\n', '{"name":"second"}\n'])
    server.close()
  })

  test('streams bytes, however many', async () => {
    const [part, count] = [new Uint8Array(1 << 16).fill(7), 256]
    let left = count
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) controller.close()
        else controller.enqueue(part)
        left -= 1
      },
    })
    const { request } = await call('sendBytes', { body }, done)
    expect(request.bytes).toHaveLength(part.length * count)
    expect(request.bytes.every((byte) => byte === 7)).toBe(true)
    expect(request.headers['content-length']).toBeUndefined()
  })
})

describe('a response', () => {
  test.each<[string, Answer, object, string]>([
    [
      'getReport',
      text(200, 'text/csv', 'a,b'),
      { ok: true, data: 'a,b' },
      'text/csv, text/html, application/problem+json',
    ],
    [
      'getReport',
      text(404, 'text/html', '<p>'),
      { ok: false, error: '<p>' },
      'text/csv, text/html, application/problem+json',
    ],
    [
      'getReport',
      json(500, { name: 'x' }),
      { ok: false, error: { name: 'x' } },
      'text/csv, text/html, application/problem+json',
    ],
    ['exportItems', json(200, { name: 'x' }), { ok: true, data: { name: 'x' } }, 'application/json'],
    [
      'exportItems',
      text(200, 'text/csv; charset=utf-8', 'a,b'),
      { ok: true, data: 'a,b' },
      'application/json',
    ],
    ['getRaw', text(200, 'text/plain', ''), { ok: true, data: '' }, 'text/plain, image/png'],
  ])('of %s (%#) is read by its type, which was asked for', async (operation, serve, want, accept) => {
    const { request, outcome } = await call(operation, undefined, serve)
    expect(outcome).toMatchObject(want)
    expect(request.headers['accept']).toBe(accept)
  })

  test('is asked for as the caller says, and where all is JSON not at all', async () => {
    const headers = { Accept: 'text/csv' }
    const { request } = await call('exportItems', undefined, text(200, 'text/csv', 'a'), { headers })
    expect(request.headers['accept']).toBe('text/csv')
    const { request: plain } = await call('charge', { body: {} }, done)
    expect(plain.headers['accept']).toBe('*/*')
  })

  test('is bytes, however many', async () => {
    const bytes = Buffer.alloc(1 << 24, 7)
    const serve: Answer = (response) =>
      response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(bytes)
    const { outcome } = await call('getFile', undefined, serve)
    const blob = outcome.data as Blob
    expect([blob.type, blob.size]).toEqual(['application/pdf', bytes.length])
    expect(bytes.equals(new Uint8Array(await blob.arrayBuffer()))).toBe(true)
    const image = text(200, 'image/webp', 'x')
    const { outcome: other } = await call('exportItems', undefined, image)
    expect(other.data).toMatchObject({ type: 'image/webp', size: 1 })
  })

  test('is bytes, but no more than allowed', async () => {
    const calling = call('getFile', undefined, text(200, 'application/pdf', 'abc'), { maxResponseBytes: 2 })
    await expect(calling).rejects.toThrow('larger than 2 bytes')
  })
})

/** Answers with parts, one after the other; what they are is up to the test. */
const inParts =
  (type: string, parts: readonly string[]): Answer =>
  async (response) => {
    response.writeHead(200, { 'Content-Type': type })
    for (const part of parts) {
      response.write(Buffer.from(part, 'latin1'))
      await sleep(5) // oxlint-disable-line no-await-in-loop -- one after the other
    }
    response.end()
  }

/** A text in parts of a few bytes. */
function bytesOf(whole: string, size: number): string[] {
  const bytes = Buffer.from(whole).toString('latin1')
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  )
}

/** Answers with an event, holds the connection, and tells when it is closed. */
function holding() {
  const events = new EventEmitter()
  const serve: Answer = (response) => {
    response.on('close', () => events.emit('closed'))
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: a\n\n')
  }
  return { serve, closed: once(events, 'closed') }
}

describe('a stream', () => {
  test('of lines comes slowly', async () => {
    const parts = bytesOf('{"name":"é"}\n{"name":"😀"}\n', 3)
    await using server = await listen(inParts('application/x-ndjson', parts))
    const { data } = await invoke(server.url, 'getLog', undefined)
    expect(await all(data)).toEqual([{ name: 'é' }, { name: '😀' }])
  })

  test.each([1, 4])('of events comes slowly, in parts of %i bytes', async (size) => {
    const events =
      'id: 1\r\nevent: item\r\ndata: {"name":\r\ndata: "é"}\r\n\r\n: ping\n\ndata: {"name":"b"}\n\n'
    await using server = await listen(inParts('text/event-stream', bytesOf(events, size)))
    const { data } = await invoke(server.url, 'getEvents', undefined)
    expect(await all(data)).toEqual([
      { event: 'item', data: { name: 'é' }, id: '1', retry: undefined },
      { event: 'message', data: { name: 'b' }, id: '1', retry: undefined },
    ])
  })

  test('of another type than the preferred one is one all the same', async () => {
    await using server = await listen(inParts('text/event-stream', ['data: {"name":"a"}\n\n']))
    const { data } = await invoke(server.url, 'exportItems', undefined)
    expect(await all(data)).toMatchObject([{ data: { name: 'a' } }])
  })

  test('ends with the connection where the caller stops', async () => {
    const { serve, closed } = holding()
    await using server = await listen(serve)
    const { data } = await invoke(server.url, 'getMessages', undefined)
    for await (const { data: item } of data as AsyncIterable<{ data: unknown }>) {
      expect(item).toBe('a')
      break
    }
    await closed
  })

  test('ends with the reason where the caller aborts', async () => {
    const { serve, closed } = holding()
    await using server = await listen(serve)
    const controller = new AbortController()
    const { data } = await invoke(server.url, 'getMessages', undefined, { signal: controller.signal })
    const items = (data as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    await items.next()
    const next = items.next().catch((reason: unknown) => reason)
    const reason = new Error('enough')
    controller.abort(reason)
    expect(await next).toBe(reason)
    await closed
  })

  test('breaks off with an error where the server does', async () => {
    await using server = await listen((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: a\n\n', () => {
        response.socket?.resetAndDestroy()
      })
    })
    const { data } = await invoke(server.url, 'getMessages', undefined)
    await expect(all(data)).rejects.toThrow()
  })
})
