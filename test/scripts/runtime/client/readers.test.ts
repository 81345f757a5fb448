import { describe, expect, test } from 'vitest'
import { byContentType } from '../../../../scripts/src/runtime/client/by-content-type.js'
import { MalformedResponseError } from '../../../../scripts/src/runtime/client/malformed-response-error.js'
import { readBinary } from '../../../../scripts/src/runtime/client/read-binary.js'
import { readEvents, readTextEvents } from '../../../../scripts/src/runtime/client/read-events.js'
import { readJsonLines } from '../../../../scripts/src/runtime/client/read-json-lines.js'
import { readText } from '../../../../scripts/src/runtime/client/read-text.js'
import type { ReadBody } from '../../../../scripts/src/runtime/client/response-body.js'
import { ResponseTooLargeError } from '../../../../scripts/src/runtime/client/response-too-large-error.js'
import { all, cut, partly } from './streams.js'

/** An event with nothing but data. */
const event = (data: unknown, more: object = {}) => ({
  event: 'message',
  data,
  id: '',
  retry: undefined,
  ...more,
})

describe('the events of a stream', () => {
  test.each<[string, unknown[]]>([
    ['', []],
    ['data: a\n\n', [event('a')]],
    ['data:a\r\n\r\ndata:  b\r\r', [event('a'), event(' b')]],
    ['data: a\r\ndata: b\n\n', [event('a\nb')]],
    ['data\ndata\n\ndata:\n\n', [event('\n'), event('')]],
    ['\uFEFFdata: a\n\n\uFEFFdata: b\n\n', [event('a')]],
    [': comment\n\n:\ndata: a\n: more\n\n', [event('a')]],
    ['event: x\ndata: a\n\ndata: b\n\n', [event('a', { event: 'x' }), event('b')]],
    ['event: x\n\ndata: b\n\n', [event('b')]],
    [
      'id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
      [event('a', { id: '1' }), event('b', { id: '1' }), event('c')],
    ],
    ['id: 1\0\ndata: a\n\n', [event('a')]],
    ['retry: 50\ndata: a\n\nretry: 5s\ndata: b\n\n', [event('a', { retry: 50 }), event('b', { retry: 50 })]],
    ['other: x\nDATA: x\ndata : x\ndata: a: b\n\n', [event('a: b')]],
    ['data: é😀\n\ndata: \u2028\n\n', [event('é😀'), event('\u2028')]],
    ['data: a\n\ndata: cut off\n', [event('a')]],
    ['data: a\n\ndata: cut off', [event('a')]],
    ['\n\n\r\r\n\n', []],
  ])('%j, cut anywhere', async (text, want) => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { response } = partly(cut(text, size))
      // oxlint-disable-next-line no-await-in-loop -- one after the other, for the failure to tell which
      expect(await all(await readTextEvents(response)), `in parts of ${size}`).toEqual(want)
    }
  })

  test('come as soon as they are complete, also where the LF of a CRLF is still missing', async () => {
    const { response, left } = partly(['data: a\r\n\r', '\ndata: b\n\n'])
    const items = ((await readTextEvents(response)) as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    expect((await items.next()).value).toEqual(event('a'))
    expect(left).toHaveLength(1)
    expect((await items.next()).value).toEqual(event('b'))
    expect((await items.next()).done).toBe(true)
  })

  test('hold JSON, and [DONE] ends them and the connection', async () => {
    const parts = [
      'data: {"a":\ndata: 1}\n\n',
      'event: x\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n',
      'data: 4\n\n',
    ]
    const { response, cancelled } = partly(parts)
    expect(await all(await readEvents(response))).toEqual([event({ a: 1 }), event(2, { event: 'x' })])
    expect(cancelled).toHaveBeenCalledOnce()
  })

  test.each(['application/json', 'text/html'])('are none of a response of type %s', async (type) => {
    const { response } = partly(['{"error":"x"}'], { 'Content-Type': type })
    const error = await readEvents(response).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({
      excerpt: '{"error":"x"}',
      message: `The response with status 200 (${type}) is not the stream of events that the API describes. It begins with "{\\"error\\":\\"x\\"}"`,
    })
  })

  test('are those of a response whose type has parameters', async () => {
    const { response } = partly(['data: a\n\n'], { 'Content-Type': 'Text/Event-Stream; charset=utf-8' })
    expect(await all(await readTextEvents(response))).toEqual([event('a')])
  })
})

describe('the lines of a stream of JSON', () => {
  test.each<[string, unknown[]]>([
    ['', []],
    ['1\n2\n', [1, 2]],
    ['{"a":"é😀"}\r\n\r\n \n[1]', [{ a: 'é😀' }, [1]]],
    ['\uFEFF1\n2', [1, 2]],
    ['"\u2028"\n{"a":\r1}\n', ['\u2028', { a: 1 }]],
  ])('%j, cut anywhere', async (text, want) => {
    for (const size of [1, 2, 3, 1000]) {
      const { response } = partly(cut(text, size))
      // oxlint-disable-next-line no-await-in-loop -- one after the other, for the failure to tell which
      expect(await all(await readJsonLines(response)), `in parts of ${size}`).toEqual(want)
    }
  })

  test('are many', async () => {
    const want = Array.from({ length: 20_000 }, (_, index) => ({ index, text: 'é'.repeat(index % 50) }))
    const { response } = partly(cut(want.map((it) => `${JSON.stringify(it)}\n`).join(''), 65_536))
    expect(await all(await readJsonLines(response))).toEqual(want)
  })
})

describe.each<[string, ReadBody, (data: string) => string]>([
  ['lines', readJsonLines, (data) => `${data}\n`],
  ['events', readEvents, (data) => `data: ${data}\n\n`],
])('a stream of %s', (_, read, write) => {
  test('without a body has no items', async () => {
    expect(await all(await read(new Response(null)))).toEqual([])
  })

  test('gives an item that is not JSON as an error, after those before it', async () => {
    const { response, cancelled } = partly([write('1'), write('{"a":'), write('2')])
    const items = ((await read(response)) as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    expect((await items.next()).done).toBe(false)
    const error = await items.next().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(MalformedResponseError)
    expect(error).toMatchObject({
      excerpt: '{"a":',
      response,
      message:
        'An item of the response with status 200 (no content type) is not the JSON that the API describes. It begins with "{\\"a\\":"',
    })
    expect((await items.next()).done).toBe(true)
    expect(cancelled).toHaveBeenCalledOnce()
  })

  test('is not read further than it is asked for, and cancelled by who leaves it', async () => {
    const { response, cancelled, left } = partly([write('1'), write('2'), write('3')])
    for await (const item of (await read(response)) as AsyncIterable<unknown>) {
      expect(item).toBeDefined()
      break
    }
    expect(left).toHaveLength(2)
    expect(cancelled).toHaveBeenCalledOnce()
  })

  test('breaks off with the error of the connection', async () => {
    const { response } = partly([write('1'), new Error('broken')])
    await expect(all(await read(response))).rejects.toThrow('broken')
  })

  test('may be as long as it likes, its items not', async () => {
    const limit = write('"é"').trimEnd().length + 1
    const { response } = partly(Array.from({ length: 100 }, () => write('"é"')))
    expect(await all(await read(response, limit))).toHaveLength(100)
    const longer = partly([write('"é"'), write('"éa"'), write('1')])
    const error = await all(await read(longer.response, limit)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ResponseTooLargeError)
    expect(error).toMatchObject({
      limit,
      message: `An item of the response with status 200 is larger than ${limit} bytes`,
    })
    expect(longer.cancelled).toHaveBeenCalledOnce()
  })

  test('does not wait for the end of an item that is too large', async () => {
    const { response, left } = partly(Array.from({ length: 100 }, () => 'x'.repeat(10)))
    await expect(all(await read(response, 25))).rejects.toThrow(ResponseTooLargeError)
    expect(left.length).toBeGreaterThan(90)
  })
})

test('the lines of an event count together, and comments do not', async () => {
  const { response } = partly([': ping\n'.repeat(50), 'data: 12\ndata: 34\n\n', 'data: 12\n'.repeat(3)])
  const items = ((await readTextEvents(response, 20)) as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  expect((await items.next()).value).toEqual(event('12\n34'))
  await expect(items.next()).rejects.toThrow(ResponseTooLargeError)
})

describe('bytes', () => {
  test.each([undefined, 3])('are a Blob of the type of the response, with the limit %s', async (limit) => {
    const { response } = partly(['a', 'bc'], { 'Content-Type': 'image/png' })
    const blob = (await readBinary(response, limit)) as Blob
    expect(blob).toBeInstanceOf(Blob)
    expect([blob.type, await blob.text()]).toEqual(['image/png', 'abc'])
  })

  test('are no more than the limit', async () => {
    await expect(readBinary(partly(['a', 'bcd']).response, 3)).rejects.toThrow(ResponseTooLargeError)
  })

  test('may be none', async () => {
    expect((await readBinary(new Response(null))) as Blob).toMatchObject({ size: 0 })
  })
})

test('text may be empty', async () => {
  expect(await readText(new Response(null))).toBe('')
})

describe('a response of one of several types', () => {
  const read = byContentType({
    'application/json': 'json',
    'text/*': readText,
    'text/csv; header=present': () => Promise.resolve('csv'),
    'application/*+json': () => Promise.resolve('+json'),
    '*/*': () => Promise.resolve('other'),
  })
  test.each<[string | undefined, unknown]>([
    ['application/json', 1],
    ['Application/JSON; charset=utf-8', 1],
    ['text/html', '1'],
    ['text/csv', 'csv'],
    ['application/problem+json', '+json'],
    ['image/png', 'other'],
    [undefined, 1],
  ])('that is %s is read as that', async (type, want) => {
    const response = new Response(new TextEncoder().encode('1'), {
      headers: type === undefined ? {} : { 'Content-Type': type },
    })
    expect(await read(response)).toEqual(want)
  })

  test('is read as the first where it is none of them', async () => {
    const readFirst = byContentType({ 'application/json': 'json', 'text/csv': readText })
    expect(await readFirst(new Response('1', { headers: { 'Content-Type': 'toString' } }))).toBe(1)
    expect(await readFirst(new Response('a', { headers: { 'Content-Type': 'text/csv' } }))).toBe('a')
  })
})
