import { expect, it } from 'vitest'
import { document } from './document.js'
import { compile, emitted } from './emitted.js'
import { mediaDocument } from './media-document.js'

const imports = `
  import type {
    ChooseInput, GetArchiveReply, GetEventsReply, GetLinesReply, GetMessagesReply, GetPageReply, GetPictureReply, GetReportReply,
    SendBytesInput, SendFormInput, SendRowsInput, SendTextInput, UploadInput,
  } from './server/index.js'
  import type { Row } from './types/schemas.js'
  declare const blob: Blob
  declare const row: Row
  declare const rows: AsyncGenerator<Row>
  declare const choose: ChooseInput
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
  const same = <A, B>(_: Same<A, B>) => undefined
`

/** Programs that compile. */
const right: Record<string, string> = {
  'what handlers get': `
    same<SendFormInput['body'], Row>(true)
    same<UploadInput['body']['file'], Blob>(true)
    same<UploadInput['body']['more'], Blob[] | undefined>(true)
    same<UploadInput['body']['count'], number | undefined>(true)
    same<SendTextInput['body'], string>(true)
    same<SendRowsInput['body'], AsyncIterable<Row>>(true)
    same<SendBytesInput['body'], Blob | undefined>(true)
    same<ChooseInput['path'], { id: number }>(true)`,
  'the type that tells the body': `
    if (choose.contentType === 'application/json') same<typeof choose.body, Row>(true)
    if (choose.contentType === 'application/vnd.row+json') same<typeof choose.body, Row>(true)
    if (choose.contentType === 'text/csv') same<typeof choose.body, string>(true)
    if (choose.contentType === 'multipart/form-data') same<typeof choose.body.file, Blob | undefined>(true)
    if (choose.contentType === undefined) same<typeof choose.body, undefined>(true)`,
  'what they answer with': `
    const pages: GetPageReply[] = [{ status: 200, body: '' }]
    const archives: GetArchiveReply[] = [
      { status: 200, body: blob }, { status: 200, body: new Uint8Array() }, { status: 200, body: new ArrayBuffer(1) },
      { status: 200, body: blob.stream() },
    ]
    const pictures: GetPictureReply[] = [{ status: 200, body: blob, contentType: 'image/png' }]
    const lines: GetLinesReply[] = [{ status: 200, body: [row] }, { status: 200, body: rows }, { status: 200, body: new Set([row]) }]
    const events: GetEventsReply[] = [{ status: 200, body: [{ data: row, event: 'a', id: '1', retry: 1 }] }]
    const messages: GetMessagesReply[] = [{ status: 200, body: [{ data: 'a', id: undefined }] }]`,
  'what they may choose': `
    const reports: GetReportReply[] = [
      { status: 200, body: row }, { status: 200, body: row, contentType: 'application/json' },
      { status: 200, body: '', contentType: 'text/csv' }, { status: 200, body: blob, contentType: 'image/png' },
      { status: 200, body: [{ data: row }], contentType: 'text/event-stream' },
    ]`,
}

/** Programs that do not, and what the compiler says first. */
const wrong: Record<string, [program: string, message: RegExp]> = {
  'bytes for text': [
    `const reply: GetPageReply = { status: 200, body: blob }`,
    /'Blob' is not assignable to type 'string'/,
  ],
  'text for bytes': [
    `const reply: GetArchiveReply = { status: 200, body: '' }`,
    /'string' is not assignable to type 'Bytes'/,
  ],
  'a range without a type': [
    `const reply: GetPictureReply = { status: 200, body: blob }`,
    /'contentType' is missing/,
  ],
  'a type outside of the range': [
    `const reply: GetPictureReply = { status: 200, body: blob, contentType: 'text/plain' }`,
    /"text\/plain"' is not assignable/,
  ],
  'another item': [`const reply: GetLinesReply = { status: 200, body: [1] }`, /is not assignable/],
  'an event without data': [
    `const reply: GetEventsReply = { status: 200, body: [{ event: 'a' }] }`,
    /is not assignable/,
  ],
  'text that is not named': [`const reply: GetReportReply = { status: 200, body: '' }`, /is not assignable/],
  'a type that is not documented': [
    `const reply: GetReportReply = { status: 200, body: row, contentType: 'text/html' }`,
    /is not assignable/,
  ],
  'the body of another type': [
    `const reply: GetReportReply = { status: 200, body: row, contentType: 'text/csv' }`,
    /is not assignable/,
  ],
  'a body before its type is known': [`const { name } = choose.body`, /'name' does not exist/],
}

function fileOf(name: string): string {
  return `${name.replaceAll(/\W+/g, '-')}.ts`
}

it('the types let through what is right, and nothing that is wrong', async () => {
  const programs = [
    ...Object.entries(right),
    ...Object.entries(wrong).map(([name, [text]]) => [name, text] as const),
  ]
  const errors = await compile(
    mediaDocument,
    Object.fromEntries(programs.map(([name, text]) => [fileOf(name), `${imports}\n${text}`])),
  )
  expect(errors).toEqual({
    'index.ts': [],
    ...Object.fromEntries(Object.keys(right).map((name) => [fileOf(name), []])),
    ...Object.fromEntries(
      Object.entries(wrong).map(([name, [, message]]) => [fileOf(name), [expect.stringMatching(message)]]),
    ),
  })
})

/** The shipped files that read bodies or write them. */
function files(of: typeof document): string[] {
  return Object.keys(emitted(of)).filter((path) => /^runtime\/server\/(?:read-|.*-format)/.test(path))
}

it('what reads and writes other media types than JSON is only there where it is used', () => {
  expect(files(document)).toEqual([
    'runtime/server/content-format.ts',
    'runtime/server/json-format.ts',
    'runtime/server/read-body.ts',
    'runtime/server/read-input.ts',
    'runtime/server/read-json.ts',
  ])
  expect(files(mediaDocument)).toEqual(
    expect.arrayContaining(['runtime/server/read-multipart.ts', 'runtime/server/events-format.ts']),
  )
})
