import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Codec } from '../../../../scripts/src/runtime/codecs/codec.js'
import { decodeExactJson } from '../../../../scripts/src/runtime/codecs/decode-exact-json.js'
import { parseExactJson } from '../../../../scripts/src/runtime/codecs/exact-json.js'
import { int64 } from '../../../../scripts/src/runtime/codecs/int64.js'
import { jsonTextOf } from '../../../../scripts/src/runtime/codecs/json-text.js'

const MOST = 2n ** 63n - 1n
const LEAST = -(2n ** 63n)

/** Every integer inside a value as a bigint. */
const everywhere: Codec = { ...int64, items: () => everywhere, additionalProperties: () => everywhere }

const integers = fc.oneof(
  fc.bigInt({ min: LEAST, max: MOST }),
  fc.bigInt({ min: -(2n ** 54n), max: 2n ** 54n }),
)

const { value: trees } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    integers,
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^["\\\d-]{0,20}$/),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { noNullPrototype: true }),
  ),
}))

describe('JSON with all digits of its integers', () => {
  it('is what JSON.parse and JSON.stringify say, where there are none that are too long', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        expect(parseExactJson(text).value).toEqual(JSON.parse(text))
        expect(jsonTextOf(value)).toBe(JSON.stringify(value))
      }),
    )
  })

  it('is read and written without loss', () => {
    fc.assert(
      fc.property(trees, (value) => {
        expect(decodeExactJson(jsonTextOf(value)!, everywhere)).toEqual(value)
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused where JSON.parse refuses it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:\\\s\deE.+-]*$/), (text) => {
        const isJson = (() => {
          try {
            JSON.parse(text)
            return true
          } catch {
            return false
          }
        })()
        if (isJson) expect(parseExactJson(text).value).toEqual(JSON.parse(text))
        else expect(() => parseExactJson(text)).toThrow(SyntaxError)
      }),
      { numRuns: 2000 },
    )
  })

  it.each<[text: string, value: unknown]>([
    ['9007199254740991', 9007199254740991n],
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', LEAST],
    ['9223372036854775807', MOST],
    [' [ 9007199254740993 , "9007199254740993" ] ', [9007199254740993n, '9007199254740993']],
    [
      '{"a\\\\":9007199254740993,"\\"":"\\\\\\"9007199254740993"}',
      { 'a\\': 9007199254740993n, '"': '\\"9007199254740993' },
    ],
    // What has more digits than an integer of 64 bits stays a number, and so does what has a fraction or exponent.
    ['123456789012345678901', 123456789012345680000],
    ['-92233720368547758080', -92233720368547760000],
    ['9007199254740993.5', 9007199254740994],
    ['1e3', 1000n],
    ['1e30', 1e30],
    ['-0', 0n],
    ['1.0', 1n],
    // The last of several of one name counts.
    ['{"a":9007199254740993,"a":9007199254740995}', { a: 9007199254740995n }],
    ['{"a":9007199254740993,"a":"x"}', { a: 'x' }],
  ])('%s is %o', (text, value) => {
    expect(decodeExactJson(text, everywhere)).toEqual(value)
  })

  it('keeps a property of the name of a prototype', () => {
    const value = decodeExactJson('{"__proto__":9007199254740993}', everywhere)
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')?.value).toBe(9007199254740993n)
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  it('takes time in proportion to its length', () => {
    const text = `["${'\\\\'.repeat(500_000)}",${'9007199254740993,'.repeat(20_000)}"${'a'.repeat(1_000_000)}"]`
    const start = performance.now()
    expect(decodeExactJson(text, everywhere)).toHaveLength(20_002)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('JSON text', () => {
  it.each<[value: unknown, text: string | undefined]>([
    [undefined, undefined],
    [() => 1, undefined],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
    [new Date('2026-01-02T03:04:05.006Z'), '"2026-01-02T03:04:05.006Z"'],
    [[1n, 9007199254740993n, '9007199254740993'], '[1,9007199254740993,"9007199254740993"]'],
    [{ a: '\uE0101', b: 9007199254740993n }, '{"a":"\uE0101","b":9007199254740993}'],
    [
      { '\uE010': '\uE010\uE0109007199254740993', b: 9007199254740993n },
      '{"\uE010":"\uE010\uE0109007199254740993","b":9007199254740993}',
    ],
    [{ toJSON: () => ({ a: 9007199254740993n }) }, '{"a":9007199254740993}'],
  ])('of %o is %s', (value, text) => {
    expect(jsonTextOf(value)).toBe(text)
  })

  it.each([new Date(Number.NaN), new Date('+010000-01-01T00:00:00Z'), new Date('-000001-01-01T00:00:00Z')])(
    'of a Date that has none is refused',
    (value) => {
      expect(() => jsonTextOf({ value })).toThrow(/a date must be valid, and of the years 0 to 9999/)
    },
  )
})
