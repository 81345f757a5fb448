import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { compile, emitted } from './emitted.js'
import { media } from './media.js'
import { widgets } from './widgets.js'

const files = emitted(media)
const module = files['client/default.ts']

test.each([
  [
    'charge',
    "{ method: 'post', path: '/charges', body: form({ card: { style: 'deepObject' }, expand: { style: 'deepObject' }, lines: { style: 'deepObject' }, colors: { style: 'pipeDelimited' }, range: { style: 'form', explode: true }, url: { style: 'form', allowReserved: true }, raw: { isJson: true } }), responses: { 204: 'none' } }",
  ],
  [
    'upload',
    "{ method: 'post', path: '/uploads', body: multipart({ picture: { contentType: 'image/png' }, page: { contentType: 'text/html' }, list: { isJson: true }, size: { style: 'deepObject' } }), responses: { 204: 'none' } }",
  ],
  [
    'note',
    "{ method: 'post', path: '/notes', mediaType: 'text/plain', body: writeText, responses: { 204: 'none' } }",
  ],
  [
    'sendImage',
    "{ method: 'post', path: '/images', mediaType: 'image/*', body: writeBinary, responses: { 204: 'none' } }",
  ],
  [
    'sendLines',
    "{ method: 'post', path: '/lines', mediaType: 'application/x-ndjson', body: writeJsonLines, responses: { 204: 'none' } }",
  ],
  ['sendPatch', "{ method: 'post', path: '/patches', responses: { 204: 'none' } }"],
  [
    'sendItem',
    "{ method: 'post', path: '/items', body: oneOf({ 'application/json': writeJson, 'image/png': writeBinary, 'text/csv': writeText, 'application/x-www-form-urlencoded': form(), 'multipart/form-data': multipart() }), responses: { 204: 'none' } }",
  ],
  [
    'getReport',
    "{ method: 'get', path: '/report', accept: 'text/csv, text/html, application/problem+json', responses: { 200: readText, 404: readText, default: 'json' } }",
  ],
  ['getFile', "{ method: 'get', path: '/file', accept: 'application/pdf', responses: { 200: readBinary } }"],
  [
    'getLog',
    "{ method: 'get', path: '/log', accept: 'application/x-ndjson', responses: { 200: readJsonLines } }",
  ],
  [
    'getEvents',
    "{ method: 'get', path: '/events', accept: 'text/event-stream', responses: { 200: readEvents } }",
  ],
  [
    'getMessages',
    "{ method: 'get', path: '/messages', accept: 'text/event-stream', responses: { 200: readTextEvents } }",
  ],
  [
    'exportItems',
    "{ method: 'get', path: '/export', accept: 'application/json', responses: { 200: byContentType({ 'application/json': 'json', 'text/csv': readText, 'image/*': readBinary, 'text/event-stream': readEvents }) } }",
  ],
])('%s says how its bodies are written and read', (name, facts) => {
  const [, body = ''] = module?.split(`export function ${name}(`) ?? []
  expect(body.split('\n')[1]).toBe(`  return send(client, ${facts}, params, init)`)
})

test.each([
  ['note', 'params: { body: NoteBody }'],
  ['sendBytes', 'params: { body: BinaryBody }'],
  ['sendLines', 'params: { body: Iterable<SendLinesBody> | AsyncIterable<SendLinesBody> }'],
  [
    'sendItem',
    "params: { body: Item; contentType?: 'application/json' } | { body: BinaryBody; contentType: 'image/png' } | { body: SendItemBodyTextCsv; contentType: 'text/csv' } | { body: Item; contentType: 'application/x-www-form-urlencoded' | 'multipart/form-data' }",
  ],
  [
    'sendDraft',
    "params: SendDraftParams & ({ body?: SendDraftBodyTextPlain; contentType?: 'text/plain' } | { body: BinaryBody; contentType: 'application/pdf' })",
  ],
])('%s takes %s', (name, params) => {
  expect(module).toContain(`export function ${name}(client: Client, ${params}, init?: RequestOptions)`)
})

/** The shipped files of a client. */
function shipped(document: JsonObject): string[] {
  return Object.keys(emitted(document)).filter((path) => path.startsWith('runtime/client/'))
}

describe('the files of the client', () => {
  const rare = [
    'bounded-body',
    'by-content-type',
    'events',
    'form-body',
    'line-splitter',
    'multipart-body',
    'one-of',
    'read-binary',
    'read-events',
    'read-json-lines',
    'read-text',
    'stream-items',
    'write-binary',
    'write-json',
    'write-json-lines',
    'write-text',
  ].map((name) => `runtime/client/${name}.ts`)

  test('are all there where a document has all media types', () => {
    expect(shipped(media)).toEqual(expect.arrayContaining(rare))
  })

  test('hold nothing of media types that a document does not have', () => {
    const [boundedBody, ...others] = rare
    const paths = shipped(widgets)
    expect(paths.filter((path) => others.includes(path))).toEqual([])
    // Text of JSON is read within bounds, too.
    expect(paths).toContain(boundedBody)
    expect(emitted(widgets)['client/client_.ts']).not.toMatch(/ServerSentEvent|BinaryBody/)
  })
})

const CHECKS = `
import * as api from './client/index.js'
import type { BinaryBody, ServerSentEvent } from './client/index.js'
import type { Item, UploadBody } from './types/index.js'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const is = <T extends true>(): T | undefined => undefined
const client = api.createClient()
const blob = new Blob([])

await api.charge(client, { body: { amount: 1, card: { owner: { name: 'a' } }, expand: ['a'] } })
await api.upload(client, { body: { file: blob, more: [new File([], 'a')], picture: blob, meta: { name: 'a' } } })
is<Equal<UploadBody['file'], Blob>>()
is<Equal<NonNullable<UploadBody['more']>, Blob[]>>()
await api.note(client, { body: 'a' })
for (const body of [blob, new Uint8Array(1), new ArrayBuffer(1), blob.stream()]) await api.sendBytes(client, { body })
is<Equal<BinaryBody, Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>>>()
async function* items() { yield { name: 'a' } }
await api.sendLines(client, { body: [{ name: 'a' }] })
await api.sendLines(client, { body: items() })
await api.sendItem(client, { body: { name: 'a' } })
await api.sendItem(client, { body: { name: 'a' }, contentType: 'multipart/form-data' })
await api.sendItem(client, { body: blob, contentType: 'image/png' })
await api.sendItem(client, { body: 'a', contentType: 'text/csv' })
await api.sendDraft(client, { path: { id: 'a' } })
await api.sendDraft(client, { path: { id: 'a' }, body: 'a' })
await api.sendDraft(client, { path: { id: 'a' }, body: blob, contentType: 'application/pdf' })

const report = await api.getReport(client)
if (report.ok) is<Equal<typeof report.data, string>>()
else if (report.status === 404) is<Equal<typeof report.error, string>>()
else is<Equal<typeof report.error, Item>>()
const file = await api.getFile(client)
if (file.ok) is<Equal<typeof file.data, Blob>>()
const log = await api.getLog(client)
if (log.ok) for await (const item of log.data) is<Equal<typeof item, Item>>()
const events = await api.getEvents(client)
if (events.ok) for await (const item of events.data) is<Equal<typeof item, ServerSentEvent<Item>>>()
const messages = await api.getMessages(client)
if (messages.ok) for await (const { data, event, id, retry } of messages.data) {
  is<Equal<[typeof data, typeof event, typeof id, typeof retry], [string, string, string, number | undefined]>>()
}
const exported = await api.exportItems(client)
if (exported.ok) is<Equal<typeof exported.data, Item>>()
const raw = await api.getRaw(client)
if (raw.ok) is<Equal<typeof raw.data, string | Blob>>()
`

const REFUSED = [
  "await api.charge(client, { body: { amount: '1' } })",
  "await api.upload(client, { body: { file: 'a' } })",
  'await api.note(client, { body: blob })',
  "await api.sendBytes(client, { body: 'a' })",
  'await api.sendLines(client, { body: { name: 1 } })',
  'await api.sendLines(client, { body: [{}] })',
  'await api.sendItem(client, { body: blob })',
  "await api.sendItem(client, { body: 'a', contentType: 'image/png' })",
  "await api.sendItem(client, { body: { name: 'a' }, contentType: 'text/xml' })",
  "await api.sendDraft(client, { body: 'a' })",
  "await api.sendDraft(client, { path: { id: 'a' }, contentType: 'application/pdf' })",
]

test('types say what is given and got for each media type', () => {
  const program = `${CHECKS}\n${REFUSED.map((line) => `// @ts-expect-error\n${line}`).join('\n')}`
  expect(compile(media, program)).toEqual([])
})

test('a request has no events: they would be written as text', () => {
  const content = { 'text/event-stream': { schema: { type: 'object' } } }
  const post = { operationId: 'a', requestBody: { content }, responses: { 204: { description: '' } } }
  const document = { ...widgets, paths: { '/a': { post } } }
  expect(emitted(document)['client/default.ts']).toContain(
    "mediaType: 'text/event-stream', body: writeText, ",
  )
  const program = "import type { ABody } from './types/index.js'\nexport const body: ABody = 'data: 1'"
  expect(compile(document, program)).toEqual([])
})

test('a media type is text of the document like any other', () => {
  const mediaType = "text/x'};\u2028*/`${alert(1)}"
  const responses = { 200: { description: '', content: { [mediaType]: { schema: { type: 'string' } } } } }
  const hostile = { ...widgets, paths: { '/a': { get: { operationId: 'a', responses } } } }
  expect(emitted(hostile)['client/default.ts']).toContain(
    "accept: 'text/x\\'};\\u2028*/`${alert(1)}', responses: { 200: readText }",
  )
  expect(compile(hostile, "import './client/index.js'")).toEqual([])
})
