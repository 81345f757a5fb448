import { describe, expect, it } from 'vitest'
import { type AnyServer, importServer } from './emitted.js'
import { mediaDocument } from './media-document.js'
import { plain } from './plain.js'

const { createHandler, routes } = await importServer(mediaDocument)

type Handlers = Parameters<AnyServer['createHandler']>[0]

/** What a handler is given of a body. */
interface BodyInput {
  readonly body: unknown
  readonly contentType?: unknown
}

/** Sends a body, and gives the response with what the handler was given, as plain data. */
async function send(path: string, init: RequestInit) {
  let given: object | undefined
  const take = async (input: BodyInput) => {
    given = {
      body: await plain(input.body),
      ...('contentType' in input && { contentType: input.contentType }),
    }
    return { status: 204 }
  }
  const handle = createHandler(Object.fromEntries(routes.map(({ id }) => [id, take])))
  const response = await handle(new Request(`http://localhost${path}`, { method: 'POST', ...init }))
  const text = await response.text()
  return { status: response.status, given, problem: text === '' ? undefined : JSON.parse(text) }
}

/** The answer of a handler that returns a reply. */
async function receive(path: string, reply: object, options = {}): Promise<Response> {
  const handlers: Handlers = Object.fromEntries(routes.map(({ id }) => [id, () => reply as Response]))
  return createHandler(handlers, options)(new Request(`http://localhost${path}`))
}

const FORM = 'application/x-www-form-urlencoded'

const typed = (contentType: string, body: BodyInit) => ({ headers: { 'content-type': contentType }, body })

const multipart = (parts: readonly (readonly [name: string, value: string | Blob])[]) => {
  const body = new FormData()
  for (const [name, value] of parts) body.append(name, value)
  return { body }
}

const png = new File(['bytes'], 'a.png', { type: 'image/png' })
const pngGiven = { name: 'a.png', type: 'image/png', text: 'bytes' }

describe('a body', () => {
  it.each<[string, string, RequestInit, object]>([
    [
      'of a form',
      '/form',
      typed(FORM, 'name=a+b%26c&count=3&isNew=true'),
      { name: 'a b&c', count: 3, isNew: true },
    ],
    ['of a form, from the platform', '/form', { body: new URLSearchParams({ name: 'ä' }) }, { name: 'ä' }],
    ['with one item', '/form', typed(FORM, 'name=a&tags=1'), { name: 'a', tags: ['1'] }],
    [
      'with several items',
      '/form',
      typed(FORM, 'name=a&sizes=1&tags=x&sizes=2'),
      { name: 'a', tags: ['x'], sizes: [1, 2] },
    ],
    [
      'with an object',
      '/form',
      typed(FORM, 'name=a&detail=%7B%22depth%22%3A1.5%7D'),
      { name: 'a', detail: { depth: 1.5 } },
    ],
    [
      'with names that nobody knows',
      '/form',
      typed(FORM, 'name=a&x=1&y=2&y=3&__proto__=4'),
      JSON.parse('{"name":"a","x":"1","y":["2","3"],"__proto__":"4"}'),
    ],
    [
      'with styles',
      '/styled',
      typed(FORM, 'page%5Bsize%5D=2&page[after]=x&ids=1|2&n=3&limit=4&whole=%5B1%5D'),
      { page: { size: 2, after: 'x' }, ids: [1, 2], free: { n: 3 }, filter: { limit: 4 }, whole: [1] },
    ],
    ['of an empty form', '/styled', typed(FORM, ''), {}],
    [
      'of files',
      '/upload',
      multipart([
        ['file', png],
        ['more', png],
        ['more', png],
      ]),
      { file: pngGiven, more: [pngGiven, pngGiven] },
    ],
    [
      'of one file of several',
      '/upload',
      multipart([
        ['file', png],
        ['more', png],
      ]),
      { file: pngGiven, more: [pngGiven] },
    ],
    [
      'of a file without a name',
      '/upload',
      multipart([['file', new Blob(['x'])]]),
      { file: { name: 'blob', type: 'application/octet-stream', text: 'x' } },
    ],
    [
      'of texts',
      '/upload',
      multipart([
        ['file', png],
        ['count', '3'],
        ['note', 'é'],
        ['tags', 'x'],
        ['tags', 'y'],
      ]),
      { file: pngGiven, count: 3, note: 'é', tags: ['x', 'y'] },
    ],
    [
      'of JSON in a part of text',
      '/upload',
      multipart([
        ['file', png],
        ['row', '{"name":"a"}'],
        ['data', '1'],
      ]),
      { file: pngGiven, row: { name: 'a' }, data: 1 },
    ],
    [
      'of JSON with a type of its own',
      '/upload',
      multipart([
        ['file', png],
        ['row', new Blob(['{"name":"a"}'], { type: 'application/json' })],
        ['data', new Blob(['"x"'], { type: 'application/json' })],
      ]),
      { file: pngGiven, row: { name: 'a' }, data: 'x' },
    ],
    [
      'of text with a type of its own',
      '/upload',
      multipart([
        ['file', png],
        ['csv', new Blob(['a;é'], { type: 'text/csv' })],
      ]),
      { file: pngGiven, csv: 'a;é' },
    ],
    [
      'of parts with a style',
      '/upload',
      multipart([
        ['file', png],
        ['sizes', '1,2'],
      ]),
      { file: pngGiven, sizes: [1, 2] },
    ],
    [
      'of parts that nobody knows',
      '/any',
      multipart([
        ['a', png],
        ['b', '1'],
        ['b', png],
        ['__proto__', 'x'],
      ]),
      JSON.parse(`{"a":${JSON.stringify(pngGiven)},"b":["1",${JSON.stringify(pngGiven)}],"__proto__":"x"}`),
    ],
    ['of text', '/text', { body: 'ab\n€' }, 'ab\n€' as unknown as object],
    [
      'of lines',
      '/rows',
      typed('application/x-ndjson', '{"name":"a"}\r\n\n{"name":"b","count":1}'),
      [{ name: 'a' }, { name: 'b', count: 1 }],
    ],
    ['of no lines', '/rows', typed('application/x-ndjson', ''), []],
  ])('%s is what its schema says', async (_, path, init, body) => {
    expect(await send(path, init)).toEqual({ status: 204, given: { body }, problem: undefined })
  })

  it.each<[string, string, RequestInit, unknown, unknown]>([
    ['a range', '/bytes', typed('image/png', 'x'), 'image/*', { type: 'image/png', text: 'x' }],
    [
      'a type',
      '/bytes',
      typed('application/octet-stream', ''),
      'application/octet-stream',
      { type: 'application/octet-stream', text: '' },
    ],
    ['none', '/bytes', {}, undefined, undefined],
    [
      'JSON',
      '/choice/1',
      typed('application/json; charset=utf-8', '{"name":"a"}'),
      'application/json',
      { name: 'a' },
    ],
    [
      'other JSON',
      '/choice/1',
      typed('Application/vnd.row+JSON', '{"name":"a"}'),
      'application/vnd.row+json',
      { name: 'a' },
    ],
    ['multipart', '/choice/1', multipart([['file', png]]), 'multipart/form-data', { file: pngGiven }],
    ['text', '/choice/1', typed('text/csv', ''), 'text/csv', ''],
  ])('of %s among several types tells which it has', async (_, path, init, contentType, body) => {
    expect(await send(path, init)).toEqual({ status: 204, given: { contentType, body }, problem: undefined })
  })

  it.each<[string, string, RequestInit, number, unknown]>([
    [
      'a type that is not documented',
      '/bytes',
      typed('text/plain', 'x'),
      415,
      'The body has the content type text/plain; send image/* or application/octet-stream',
    ],
    ['invalid members', '/form', typed(FORM, 'name=&count=x&tags=1'), 400, ['/body/name', '/body/count']],
    ['a member that is missing', '/form', typed(FORM, ''), 400, ['/body']],
    ['several values of one', '/form', typed(FORM, 'name=a&name=b'), 400, ['/body/name']],
    [
      'invalid parts',
      '/upload',
      multipart([
        ['count', '0'],
        ['other', 'x'],
        ['row', '{'],
      ]),
      400,
      ['/body', '/body/row', '/body/count', '/body/other'],
    ],
    ['text for a file', '/upload', multipart([['file', 'text']]), 400, ['/body/file']],
    ['invalid text', '/text', { body: 'a' }, 400, ['/body']],
    [
      'parameters and body that are invalid',
      '/choice/x',
      typed('application/json', '{}'),
      400,
      ['/path/id', '/body'],
    ],
    [
      'an item that is not valid',
      '/rows',
      typed('application/x-ndjson', '{"name":"a"}\n{"name":1}'),
      400,
      ['/body/1/name'],
    ],
    [
      'a line that is no JSON',
      '/rows',
      typed('application/x-ndjson', '{"name":"a"}\n\n{'),
      400,
      'Line 3 of the body is not valid JSON',
    ],
    [
      'no JSON in a part',
      '/upload',
      multipart([
        ['file', png],
        ['data', '{'],
      ]),
      400,
      'The member data of the body is not valid JSON',
    ],
    [
      'a member that is not in its style',
      '/styled',
      typed(FORM, 'page[=1'),
      400,
      'The member page of the body has brackets that do not match',
    ],
    [
      'a bad escape',
      '/form',
      typed(FORM, 'name=%'),
      400,
      'The body has an escape that is malformed or no UTF-8',
    ],
    [
      'a bad escape in a name',
      '/form',
      typed(FORM, '%FF=1'),
      400,
      'The body has an escape that is malformed or no UTF-8',
    ],
    [
      'text that is no UTF-8',
      '/text',
      typed('text/plain', Uint8Array.of(0x61, 0xff) as never),
      400,
      'The body is not UTF-8',
    ],
    [
      'a part of text that is no UTF-8',
      '/upload',
      multipart([
        ['file', png],
        ['csv', new Blob([Uint8Array.of(0xff)])],
      ]),
      400,
      'The body is not UTF-8',
    ],
    ['nothing', '/form', {}, 400, ['']],
  ])('with %s is refused', async (_, path, init, status, finding) => {
    const { given, problem, ...rest } = await send(path, init)
    expect({ ...rest, given }).toEqual({ status, given: undefined })
    const pointers = (problem.issues as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer)
    expect(pointers ?? problem.detail).toEqual(finding)
  })
})

const lines = async function* (...items: readonly unknown[]) {
  yield* items
}

describe('a reply', () => {
  it.each<[string, string, object, string, string]>([
    ['of text', '/page', { body: '<é>' }, 'text/html; charset=utf-8', '<é>'],
    ['of a Blob', '/archive', { body: new Blob(['zip'], { type: 'text/plain' }) }, 'application/zip', 'zip'],
    [
      'of an ArrayBuffer',
      '/archive',
      { body: new TextEncoder().encode('zip').buffer },
      'application/zip',
      'zip',
    ],
    ['of bytes', '/archive', { body: new TextEncoder().encode('zip') }, 'application/zip', 'zip'],
    ['of a stream', '/archive', { body: new Blob(['zip']).stream() }, 'application/zip', 'zip'],
    ['of a range', '/picture', { body: new Blob(['x']), contentType: 'image/gif' }, 'image/gif', 'x'],
    [
      'of a range, by the type of the Blob',
      '/picture',
      { body: new Blob(['x'], { type: 'image/webp' }) },
      'image/webp',
      'x',
    ],
    [
      'of a range, by its header',
      '/picture',
      { body: new Blob(['x']), headers: { 'content-type': 'image/bmp' } },
      'image/bmp',
      'x',
    ],
    ['of any type that is JSON', '/anything', { body: { name: 'a' } }, 'application/json', '{"name":"a"}'],
    ['of a range of text', '/note', { body: 'a' }, 'text/plain; charset=utf-8', 'a'],
    [
      'of parts',
      '/mixed',
      { body: new Blob(['x'], { type: 'multipart/mixed; boundary=b' }) },
      'multipart/mixed; boundary=b',
      'x',
    ],
    ['of a type that no header can hold', '/odd', { body: 'x' }, 'text/plain; charset=utf-16; a="??"', 'x'],
    [
      'of lines',
      '/lines',
      { body: [{ name: 'a' }, { name: 'b' }] },
      'application/x-ndjson',
      '{"name":"a"}\n{"name":"b"}\n',
    ],
    [
      'of lines that come',
      '/lines',
      { body: lines({ name: 'a' }) },
      'application/x-ndjson',
      '{"name":"a"}\n',
    ],
    ['of no lines', '/lines', { body: [] }, 'application/x-ndjson', ''],
    [
      'of events',
      '/events',
      { body: lines({ data: { name: 'a' } }, { event: 'end', id: '2', retry: 5, data: { name: 'b' } }) },
      'text/event-stream',
      'data: {"name":"a"}\n\nevent: end\nid: 2\nretry: 5\ndata: {"name":"b"}\n\n',
    ],
    [
      'of events of text',
      '/messages',
      { body: [{ data: 'a\nb\r\n\rc' }, { data: '' }] },
      'text/event-stream',
      'data: a\ndata: b\ndata: \ndata: c\n\ndata: \n\n',
    ],
    ['of the preferred type', '/report', { body: { name: 'a' } }, 'application/json', '{"name":"a"}'],
    [
      'of that type, named',
      '/report',
      { body: { name: 'a' }, contentType: 'application/json' },
      'application/json',
      '{"name":"a"}',
    ],
    ['of another', '/report', { body: 'a;b', contentType: 'text/csv' }, 'text/csv; charset=utf-8', 'a;b'],
    [
      'of another, by its header',
      '/report',
      { body: 'a;b', headers: { 'content-type': 'text/csv; header=absent' } },
      'text/csv; header=absent',
      'a;b',
    ],
    [
      'of bytes among others',
      '/report',
      { body: new Blob(['x']), contentType: 'image/png' },
      'image/png',
      'x',
    ],
    [
      'of a stream among others',
      '/report',
      { body: [{ data: { name: 'a' } }], contentType: 'text/event-stream' },
      'text/event-stream',
      'data: {"name":"a"}\n\n',
    ],
  ])('%s is written as that', async (_, path, reply, contentType, text) => {
    const response = await receive(path, { status: 200, ...reply }, { validateResponses: true })
    expect(response.headers.get('content-type')).toBe(contentType)
    expect(response.headers.get('cache-control')).toBe(
      contentType === 'text/event-stream' ? 'no-cache' : null,
    )
    expect(await response.text()).toBe(text)
  })

  it.each<[string, string, object, string]>([
    ['no text', '/page', { body: 1 }, 'A body of text must be a string, not number'],
    [
      'no bytes',
      '/archive',
      { body: 'x' },
      'A body of bytes must be a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream',
    ],
    ['no stream', '/lines', { body: {} }, 'A body that is a stream must be iterable'],
    ['text for a stream', '/lines', { body: 'ab' }, 'A body that is a stream must be iterable'],
    [
      'a type that is not documented',
      '/report',
      { body: '', contentType: 'text/plain' },
      'The handler getReport answered 200 as text/plain, which is not documented',
    ],
    [
      'a range without a type',
      '/picture',
      { body: new Blob(['x'], { type: 'text/plain' }) },
      'The handler getPicture answered 200 as image/*: say which in "contentType"',
    ],
    [
      'a range for a type',
      '/picture',
      { body: new Blob(['x']), contentType: 'image/*' },
      'The handler getPicture answered 200 as image/*: say which in "contentType"',
    ],
  ])('of %s is an error', async (_, path, reply, message) => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response(null, { status: 500 })
    }
    expect((await receive(path, { status: 200, ...reply }, { onError })).status).toBe(500)
    expect(errors).toEqual([new TypeError(message)])
  })

  it.each<[string, string, object, string]>([
    [
      'lines',
      '/lines',
      { body: [{ name: 'a' }, { name: '' }] },
      'getLines answered 200 with an item 1 that is not valid\n  /name must',
    ],
    [
      'events',
      '/events',
      { body: [{ data: {} }] },
      'getEvents answered 200 with an item 0 that is not valid\n  / must',
    ],
    ['no JSON', '/lines', { body: [undefined] }, 'JSON has no word for undefined'],
    ['events without data', '/events', { body: [{ event: 'a' }] }, 'An event must be an object with "data"'],
    [
      'events of text that is none',
      '/messages',
      { body: [{ data: 1 }] },
      'The data of an event must be text, not number',
    ],
    [
      'a break in a field',
      '/messages',
      { body: [{ data: '', event: 'a\ndata: b' }] },
      'An event cannot have the event "a\\ndata: b"',
    ],
    [
      'a NUL in an id',
      '/messages',
      { body: [{ data: '', id: '\0' }] },
      'An event cannot have the id "\\u0000"',
    ],
    [
      'a time that is none',
      '/messages',
      { body: [{ data: '', retry: 1.5 }] },
      'An event cannot have the retry "1.5"',
    ],
  ])('of a stream breaks off at %s that are not valid', async (_, path, reply, message) => {
    const errors: unknown[] = []
    const onError = (error: unknown) => {
      errors.push(error)
      return new Response()
    }
    const response = await receive(path, { status: 200, ...reply }, { onError, validateResponses: true })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow(message)
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })])
  })

  it('keeps the fields that a handler gives', async () => {
    const headers = { 'cache-control': 'no-store', 'content-type': 'text/event-stream; x=y' }
    const response = await receive('/events', { status: 200, body: [], headers })
    expect(Object.fromEntries(response.headers)).toEqual(headers)
  })

  it('of a stream is not checked unless asked', async () => {
    const response = await receive('/lines', { status: 200, body: [{ name: '' }] })
    expect(await response.text()).toBe('{"name":""}\n')
  })
})
