import { describe, expect, it } from 'vitest'
import { formReader } from '../../../../scripts/src/runtime/server/read-form.js'
import { readJsonLinesBody } from '../../../../scripts/src/runtime/server/read-json-lines.js'
import { multipartReader } from '../../../../scripts/src/runtime/server/read-multipart.js'
import { readTextBody } from '../../../../scripts/src/runtime/server/read-text.js'
import type { RequestContents } from '../../../../scripts/src/runtime/server/route.js'
import { anything, request, serve } from './api.js'

const contents: RequestContents = {
  'multipart/form-data': { read: multipartReader([{ name: 'n', types: ['integer'] }]), validate: anything },
  'application/x-www-form-urlencoded': {
    read: formReader([
      { name: 'a', array: {} },
      { name: 'deep', style: 'deepObject', object: {} },
      { name: 'free', style: 'form', object: {}, others: {}, taken: ['a'] },
    ]),
    validate: anything,
  },
  'text/plain': { read: readTextBody, validate: anything },
  'application/x-ndjson': { read: readJsonLinesBody, validate: anything },
}

const MULTIPART = 'multipart/form-data; boundary=bnd'
const FORM = 'application/x-www-form-urlencoded'

const part = (name: string, text: string, headers = '') =>
  `--bnd\r\nContent-Disposition: form-data; name="${name}"\r\n${headers}\r\n${text}\r\n`

const END = '--bnd--\r\n'

/** Sends a body, and tells what the handler got of it. */
async function send(contentType: string, body: BodyInit, maxBodyBytes?: number) {
  let given: unknown
  const take = async (input: { readonly body: unknown }) => {
    given = input.body
    if (contentType.endsWith('ndjson')) for await (const _ of input.body as AsyncIterable<unknown>);
    return { status: 200 }
  }
  const handle = serve([{ method: 'POST', body: { required: true, contents } }], take, { maxBodyBytes })
  const init = { method: 'POST', headers: { 'content-type': contentType }, body, duplex: 'half' }
  const response = await handle(request('/', init))
  const text = await response.text()
  return { status: response.status, detail: text && JSON.parse(text).detail, given }
}

describe('a body that means harm', () => {
  const notMultipart = 'The body is not in the form of multipart/form-data'
  it.each<[string, string, string, string]>([
    ['multipart without a boundary', 'multipart/form-data', part('a', '1') + END, notMultipart],
    ['multipart of another boundary', 'multipart/form-data; boundary=x', part('a', '1') + END, notMultipart],
    ['multipart that ends too soon', MULTIPART, part('a', '1').slice(0, -3), notMultipart],
    ['multipart with nothing in it', MULTIPART, '', notMultipart],
    ['multipart that is something else', MULTIPART, '{"a":1}', notMultipart],
    ['a part without a name', MULTIPART, `--bnd\r\nX: y\r\n\r\n1\r\n${END}`, notMultipart],
    ['boundaries alone', MULTIPART, '--bnd\r\n'.repeat(100_000), notMultipart],
  ])('as %s is malformed', async (_, contentType, body, detail) => {
    expect(await send(contentType, body)).toEqual({ status: 400, detail, given: undefined })
  })

  it.each([
    ['multipart', MULTIPART, part('__proto__', 'x') + part('constructor', 'y') + END],
    ['a form', FORM, '__proto__=x&constructor=y'],
  ])('names prototypes in %s, and changes none', async (_, contentType, body) => {
    const { given } = await send(contentType, body)
    expect(Object.entries(given as object)).toEqual(
      contentType === FORM
        ? [
            [
              'free',
              Object.fromEntries([
                ['__proto__', 'x'],
                ['constructor', 'y'],
              ]),
            ],
          ]
        : [
            ['__proto__', 'x'],
            ['constructor', 'y'],
          ],
    )
    expect(Object.getPrototypeOf(given)).toBe(Object.prototype)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })

  it.each<[string, string, (size: number) => string]>([
    ['parts', MULTIPART, (size) => part('n', '1').repeat(size / 50) + END],
    ['headers', MULTIPART, (size) => part('n', '1', 'X-Y: y\r\n'.repeat(size / 8)) + END],
    ['a name', MULTIPART, (size) => part('n'.repeat(size), '1') + END],
    ['fields of one name', FORM, (size) => 'a=1&'.repeat(size / 4)],
    [
      'fields of many names',
      FORM,
      (size) => Array.from({ length: size / 8 }, (_, at) => `x${at}=1`).join('&'),
    ],
    ['brackets', FORM, (size) => `deep${'[x]'.repeat(size / 3)}=1`],
    [
      'members of an object',
      FORM,
      (size) => Array.from({ length: size / 16 }, (_, at) => `deep[${at}]=1`).join('&'),
    ],
    ['ampersands', FORM, (size) => '&'.repeat(size)],
    ['lines', 'application/x-ndjson', (size) => '1\n'.repeat(size / 2)],
    ['empty lines', 'application/x-ndjson', (size) => '\n'.repeat(size)],
  ])(
    'of a megabyte of %s is answered soon',
    async (_, contentType, bodyOf) => {
      const start = performance.now()
      const { status } = await send(contentType, bodyOf(1_000_000), 2_000_000)
      expect([200, 400]).toContain(status)
      // Quadratic time would be minutes.
      expect(performance.now() - start).toBeLessThan(10_000)
    },
    20_000,
  )

  it.each<[string, string, string]>([
    ['multipart', MULTIPART, part('a', 'x'.repeat(2000)) + END],
    ['a form', FORM, `a=${'x'.repeat(2000)}`],
    ['text', 'text/plain', 'x'.repeat(2000)],
    ['one line', 'application/x-ndjson', `1\n"${'x'.repeat(2000)}`],
  ])('is refused as %s that is too large', async (_, contentType, body) => {
    const { status, detail } = await send(contentType, body, 1000)
    expect({ status, detail }).toEqual({ status: 413, detail: 'The body has more than 1000 bytes' })
  })

  it('is refused as soon as it is too large, and its sender stopped', async () => {
    let sent = 0
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          sent += 1
          controller.enqueue(new TextEncoder().encode(sent === 1 ? '--bnd\r\n' : 'x'.repeat(100)))
        },
        cancel: () => void (isCancelled = true),
      },
      { highWaterMark: 0 },
    )
    expect((await send(MULTIPART, body, 1000)).status).toBe(413)
    expect(sent).toBeLessThan(15)
    expect(isCancelled).toBe(true)
  })

  it('may be longer than the limit as lines that are not', async () => {
    expect((await send('application/x-ndjson', '123456789\n'.repeat(1000), 10)).status).toBe(200)
  })
})
