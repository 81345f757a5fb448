import { describe, expect, test } from 'vitest'
import { form } from '../../../../scripts/src/runtime/client/form-body.js'
import { multipart, type PartFormat } from '../../../../scripts/src/runtime/client/multipart-body.js'
import { oneOf } from '../../../../scripts/src/runtime/client/one-of.js'
import type { ParameterStyles } from '../../../../scripts/src/runtime/client/parameter-style.js'
import { writeBinary } from '../../../../scripts/src/runtime/client/write-binary.js'
import { writeJsonLines } from '../../../../scripts/src/runtime/client/write-json-lines.js'
import { writeJson } from '../../../../scripts/src/runtime/client/write-json.js'
import { writeText } from '../../../../scripts/src/runtime/client/write-text.js'
import type { WriteBody, WrittenBody } from '../../../../scripts/src/runtime/client/written-body.js'

/** What is sent of a body, as text. */
function sent({ body }: WrittenBody): Promise<string> {
  return new Response(body).text()
}

describe('form', () => {
  test.each<[ParameterStyles, object, string]>([
    [{}, { a: 1, b: 'x', c: true, d: null, e: undefined }, 'a=1&b=x&c=true&d=null'],
    [{}, { 'a b': 'c d+e%20&=é~*' }, 'a+b=c+d%2Be%2520%26%3D%C3%A9~%2A'],
    [{}, { a: [1, undefined, 'x y'], b: [] }, 'a=1&a=x+y'],
    [{}, { a: { b: [1, 2] } }, 'a=%7B%22b%22%3A%5B1%2C2%5D%7D'],
    [{}, { a: [{ b: 1 }, [2]] }, 'a=%7B%22b%22%3A1%7D&a=%5B2%5D'],
    [{ a: { isJson: true } }, { a: [1, 'x'] }, 'a=%5B1%2C%22x%22%5D'],
    [
      { a: { style: 'deepObject' } },
      { a: { b: { c: 'd e' }, f: [1] } },
      'a%5Bb%5D%5Bc%5D=d+e&a%5Bf%5D%5B%5D=1',
    ],
    [{ a: { style: 'form', explode: true } }, { a: { b: 1, c: 2 }, d: 3 }, 'b=1&c=2&d=3'],
    [{ a: { style: 'form', explode: false } }, { a: [1, 'x,y'] }, 'a=1,x%2Cy'],
    [{ a: { style: 'spaceDelimited' } }, { a: [1, 2] }, 'a=1+2'],
    [{ a: { style: 'pipeDelimited' } }, { a: [1, 2] }, 'a=1%7C2'],
    [{ a: { style: 'form', allowReserved: true } }, { a: 'http://a/b?c=%20' }, 'a=http://a/b?c=+'],
    [{ toString: { isJson: true } }, { toString: 'a' }, 'toString=%22a%22'],
    [{}, {}, ''],
  ])('in the styles %j writes %j as %s', async (styles, value, want) => {
    const written = form(styles)(value)
    expect(await sent(written)).toBe(want)
    expect(written.type).toBe('application/x-www-form-urlencoded')
  })

  test('is read back by the platform as it was meant', async () => {
    const written = form()({ a: 'c d+e%20&=é~*', b: [1, 2] })
    const params = new URLSearchParams(await sent(written))
    expect([...params]).toEqual([
      ['a', 'c d+e%20&=é~*'],
      ['b', '1'],
      ['b', '2'],
    ])
  })
})

/** The parts of a multipart body: their texts, with media type and file name where they have some. */
async function partsOf(written: WrittenBody) {
  const data = await new Response(written.body).formData()
  return Promise.all(
    [...data].map(async ([name, part]) =>
      typeof part === 'string' ? [name, part] : [name, await part.text(), part.type, part.name],
    ),
  )
}

function file(type: string): File {
  return new File(['bytes'], 'a.bin', { type })
}

describe('multipart', () => {
  test.each<[Readonly<Record<string, PartFormat>>, object, readonly (readonly string[])[]]>([
    [
      {},
      { a: 1, b: 'x y', c: undefined, d: null },
      [
        ['a', '1'],
        ['b', 'x y'],
        ['d', 'null'],
      ],
    ],
    [
      {},
      { a: ['x', undefined, 'y'], b: [] },
      [
        ['a', 'x'],
        ['a', 'y'],
      ],
    ],
    [{}, { a: { b: 1 } }, [['a', '{"b":1}', 'application/json', 'blob']]],
    [
      {},
      { a: [{ b: 1 }, 2] },
      [
        ['a', '{"b":1}', 'application/json', 'blob'],
        ['a', '2'],
      ],
    ],
    [{ a: { isJson: true } }, { a: [1, 2] }, [['a', '[1,2]', 'application/json', 'blob']]],
    [
      { a: { isJson: true, contentType: 'application/ld+json' } },
      { a: 'x' },
      [['a', '"x"', 'application/ld+json', 'blob']],
    ],
    [{ a: { contentType: 'text/html' } }, { a: '<p>' }, [['a', '<p>', 'text/html', 'blob']]],
    [{ a: { contentType: 'text/plain; charset=utf-8' } }, { a: 'x' }, [['a', 'x']]],
    [{}, { a: file('image/gif') }, [['a', 'bytes', 'image/gif', 'a.bin']]],
    [{ a: { contentType: 'image/png' } }, { a: file('image/gif') }, [['a', 'bytes', 'image/gif', 'a.bin']]],
    [
      { a: { contentType: 'image/png' } },
      { a: [file(''), new Blob(['b'])] },
      [
        ['a', 'bytes', 'image/png', 'a.bin'],
        ['a', 'b', 'image/png', 'blob'],
      ],
    ],
    [{ a: { style: 'deepObject' } }, { a: { b: 'c d&=' } }, [['a[b]', 'c d&=']]],
    [{ a: { style: 'spaceDelimited' } }, { a: [1, 2] }, [['a', '1 2']]],
    [
      { a: { style: 'form', explode: true } },
      { a: { b: 1, 'c=': 2 } },
      [
        ['b', '1'],
        ['c=', '2'],
      ],
    ],
    [{}, { toString: 'x' }, [['toString', 'x']]],
  ])('in the formats %j writes %j', async (formats, value, want) => {
    const written = multipart(formats)(value)
    expect(written).not.toHaveProperty('type')
    expect(await partsOf(written)).toEqual(want)
  })
})

describe('bytes', () => {
  const png = new Blob(['x'], { type: 'image/png' })
  test.each<[unknown, string | undefined, string]>([
    [png, 'image/png', 'image/png'],
    [png, 'image/*', 'image/png'],
    [png, '*/*', 'image/png'],
    [png, undefined, 'image/png'],
    [png, 'application/octet-stream', 'application/octet-stream'],
    [new Blob(['x']), 'image/*', 'application/octet-stream'],
    [
      new Blob(['x'], { type: 'multipart/mixed; boundary=b' }),
      'multipart/mixed',
      'multipart/mixed; boundary=b',
    ],
    [new TextEncoder().encode('x'), 'application/pdf', 'application/pdf'],
    [new TextEncoder().encode('x').buffer, 'audio/*', 'application/octet-stream'],
    [new Blob(['x']).stream(), undefined, 'application/octet-stream'],
  ])('%s as %s are sent as %s', async (value, mediaType, want) => {
    const written = writeBinary(value, mediaType)
    expect(written.type).toBe(want)
    expect(await sent(written)).toBe('x')
  })
})

async function* slowly(...items: unknown[]) {
  await Promise.resolve()
  yield* items
}

describe('lines of JSON', () => {
  test.each<[unknown]>([
    [[1, { a: 'b\nc' }, null]],
    [new Set([1, { a: 'b\nc' }, null])],
    [slowly(1, { a: 'b\nc' }, null)],
  ])('are written of %s', async (value) => {
    const written = writeJsonLines(value, 'application/jsonl')
    expect(written.type).toBe('application/jsonl')
    expect(await sent(written)).toBe('1\n{"a":"b\\nc"}\nnull\n')
  })

  test('are asked for one by one, and no more of them when nobody reads on', async () => {
    const asked: number[] = []
    let isEnded = false
    function* items() {
      try {
        for (let index = 0; ; index += 1) {
          asked.push(index)
          yield index
        }
      } finally {
        isEnded = true
      }
    }
    const { body } = writeJsonLines(items())
    const reader = (body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(asked.length).toBeLessThan(5)
    expect(isEnded).toBe(true)
  })

  test('end with the error of who makes the items', async () => {
    const { body } = writeJsonLines(
      (function* () {
        yield 1
        throw new Error('no more')
      })(),
    )
    await expect(new Response(body).text()).rejects.toThrow('no more')
    await expect(sent(writeJsonLines([() => 1]))).rejects.toThrow(
      'An item of the body cannot be JSON: it is of type function',
    )
  })
})

describe('media types', () => {
  test.each<[string, WriteBody, unknown, string | undefined, string]>([
    ['writeText', writeText, 'x', 'text/csv', 'text/csv'],
    ['writeText', writeText, 'x', 'text/*', 'text/plain'],
    ['writeJson', writeJson, 1, 'application/ld+json', 'application/ld+json'],
    ['writeJson', writeJson, 1, '*/*', 'application/json'],
    ['writeJsonLines', writeJsonLines, [], undefined, 'application/x-ndjson'],
  ])('%s (%#)', (_, write, value, mediaType, want) => {
    expect(write(value, mediaType).type).toBe(want)
  })

  test('the first of several is sent, or the one that the caller names', async () => {
    const write = oneOf({ 'text/csv': writeText, 'application/json': writeJson })
    expect(write('a')).toEqual({ body: 'a', type: 'text/csv' })
    expect(write('a', 'application/json')).toEqual({ body: '"a"', type: 'application/json' })
    expect(() => write('a', 'toString')).toThrow(
      new TypeError('"contentType" must be "text/csv" or "application/json", but is "toString"'),
    )
  })
})

test.each<[string, () => unknown, string]>([
  ['text', () => writeText(1), 'The body must be a string, but is of type number'],
  [
    'bytes',
    () => writeBinary('x'),
    'The body must be a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream',
  ],
  ['lines', () => writeJsonLines('x'), 'The body must be an iterable or async iterable of items'],
  ['lines', () => writeJsonLines(null), 'The body must be an iterable or async iterable of items'],
  ['JSON', () => writeJson(() => 1), 'The body cannot be JSON: it is of type function'],
  ['a form', () => form()('x'), 'The body must be an object'],
  ['a form', () => form()(new Map()), 'Parameter "body" cannot be or hold what is of a class'],
  ['a form', () => form()({ a: new Date(0) }), 'Parameter "a" cannot be or hold what is of a class'],
  [
    'multipart',
    () => multipart()({ a: new Uint8Array(1) }),
    'Parameter "a" cannot be or hold what is of a class',
  ],
  ['multipart', () => multipart()([1]), 'The body must be an object'],
])('what cannot be %s is refused: %#', (_, write, message) => {
  expect(write).toThrow(TypeError)
  expect(write).toThrow(message)
})
