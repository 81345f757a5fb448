import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, vi } from 'vitest'
import { asTexts } from '../../../../scripts/src/runtime/codecs/as-texts.js'
import type { Codec } from '../../../../scripts/src/runtime/codecs/codec.js'
import { dateTime } from '../../../../scripts/src/runtime/codecs/date-time.js'
import { decode } from '../../../../scripts/src/runtime/codecs/decode.js'
import { int64 } from '../../../../scripts/src/runtime/codecs/int64.js'
import { jsonTextOf } from '../../../../scripts/src/runtime/codecs/json-text.js'

const TEXT = '2026-01-02T03:04:05Z'
const DATE = new Date(TEXT)

const nested = (levels: number) => {
  let json: object = { kind: 'b', at: TEXT }
  for (let level = 1; level < levels; level += 1) json = { kind: 'a', at: TEXT, next: json }
  return json
}

describe('a date-time', () => {
  it.each<[text: unknown, date: string]>([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02t03:04:05.1z', '2026-01-02T03:04:05.100Z'],
    ['2026-01-02T03:04:05.123456789+01:30', '2026-01-02T01:34:05.123Z'],
    ['2026-01-02T03:04:05-00:00', '2026-01-02T03:04:05.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['2017-01-01T01:59:60.5+02:00', '2016-12-31T23:59:59.500Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, date) => {
    expect((decode(dateTime, text) as Date).toISOString()).toBe(date)
  })

  it.each([
    '',
    'yesterday',
    '2026-01-02',
    '2026-02-30T00:00:00Z',
    '2026-01-02T03:04:05',
    '2026-01-02 03:04:05Z',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    5,
    null,
    [TEXT],
    { at: TEXT },
  ])('%o stays as it is', (value) => {
    expect(decode(dateTime, value)).toBe(value)
  })
})

describe('an int64', () => {
  it.each<[json: unknown, value: unknown]>([
    [5, 5n],
    [-0, 0n],
    [Number.MAX_SAFE_INTEGER, 9007199254740991n],
    [2 ** 53, 2 ** 53],
    [1.5, 1.5],
    ['5', '5'],
    [5n, 5n],
    [null, null],
  ])('%o is %o', (json, value) => {
    expect(decode(int64, json)).toBe(value)
  })

  it.each<[text: unknown, value: unknown]>([
    ['5', 5n],
    ['-9223372036854775808', -(2n ** 63n)],
    [7, 7n],
    ['05', '05'],
    ['5.0', '5.0'],
    ['', ''],
    ['1'.repeat(21), '1'.repeat(21)],
  ])('as text %o is %o', (text, value) => {
    expect(decode(int64, text, { isText: true })).toBe(value)
  })
})

describe('inside a value', () => {
  it.each<[codec: Codec, json: unknown, value: unknown]>([
    [{ properties: { a: dateTime } }, { a: TEXT, b: TEXT }, { a: DATE, b: TEXT }],
    [{ properties: { a: dateTime } }, [TEXT], [TEXT]],
    [
      { properties: { a: undefined }, additionalProperties: dateTime },
      { a: TEXT, b: TEXT },
      { a: TEXT, b: DATE },
    ],
    [
      {
        patternProperties: [
          [/^a/, dateTime],
          [/^ab/, undefined],
        ],
        additionalProperties: int64,
      },
      { a: TEXT, ab: TEXT, c: 1 },
      { a: DATE, ab: DATE, c: 1n },
    ],
    [{ prefixItems: [dateTime, undefined], items: int64 }, [TEXT, 1, 2, 3], [DATE, 1, 2n, 3n]],
    [{ prefixItems: [dateTime, undefined] }, [TEXT, 1, 2], [DATE, 1, 2]],
    [{ items: int64 }, { 0: 1 }, { 0: 1 }],
    [
      { allOf: [{ properties: { a: dateTime } }, { properties: { b: int64 } }] },
      { a: TEXT, b: 1 },
      { a: DATE, b: 1n },
    ],
    [
      { tag: { property: 'k', codecs: { x: { properties: { a: int64 } } } } },
      { k: 'x', a: 1 },
      { k: 'x', a: 1n },
    ],
    [
      { tag: { property: 'k', codecs: { x: { properties: { a: int64 } } } } },
      { k: 'toString', a: 1 },
      { k: 'toString', a: 1 },
    ],
    [{ choice: [{ codec: dateTime }, { codec: int64 }] }, 5, 5n],
    [
      {
        choice: [
          { codec: { items: int64 }, is: () => false },
          { codec: { items: dateTime }, is: () => true },
        ],
      },
      [1, TEXT],
      [1, DATE],
    ],
    [{ choice: [{ codec: { items: int64 }, is: () => false }] }, [1], [1]],
  ])('%o makes of %o %o', (codec, json, value) => {
    expect(decode(codec, json)).toEqual(value)
  })

  it('nothing is copied where nothing changes, and nothing is changed in what was given', () => {
    const codec: Codec = {
      properties: { a: { items: { properties: { at: dateTime } } }, b: { items: int64 } },
    }
    const same = Object.freeze({ a: [{ at: 'never' }], b: [], c: {} })
    expect(decode(codec, same)).toBe(same)
    const given = { a: [Object.freeze({ at: TEXT }), Object.freeze({})], b: Object.freeze([]), c: {} }
    Object.freeze(given.a)
    const decoded = decode(codec, Object.freeze(given)) as typeof given
    expect(decoded).toEqual({ a: [{ at: DATE }, {}], b: [], c: {} })
    expect(given.a[0]).toEqual({ at: TEXT })
    expect([decoded.a[1], decoded.b, decoded.c]).toEqual([given.a[1], given.b, given.c])
    expect(decoded.c).toBe(given.c)
    expect(decoded.a[1]).toBe(given.a[1])
  })

  it('a property of the name of a prototype is one as any other', () => {
    const codec: Codec = { properties: { ['__proto__']: dateTime, constructor: dateTime } }
    const decoded = decode(codec, JSON.parse(`{"__proto__":"${TEXT}"}`))
    expect(Object.getOwnPropertyDescriptor(decoded, '__proto__')?.value).toEqual(DATE)
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype)
    expect(Object.keys(decoded as object)).toEqual(['__proto__'])
  })

  it('values may be nested 100,000 levels deep', () => {
    const codec: Codec = { properties: { next: () => codec, at: dateTime } }
    let json: object = { at: TEXT }
    for (let level = 0; level < 100_000; level += 1) json = { next: json }
    let decoded = decode(codec, json) as { readonly next?: unknown; readonly at?: unknown }
    while (decoded.next !== undefined) decoded = decoded.next as typeof decoded
    expect(decoded).toEqual({ at: DATE })
  })

  it('alternatives inside one another are each tried once, and no deeper than can be', () => {
    const is = vi.fn((value: unknown) => (value as { readonly kind: string }).kind === 'b')
    const part = (kind: string): Codec => ({
      properties: { at: dateTime, next: () => codec, [kind]: dateTime },
    })
    const codec: Codec = {
      choice: [
        { codec: part('a'), is },
        { codec: part('b'), is },
      ],
    }
    decode(codec, nested(90))
    expect(is.mock.calls.length).toBeLessThanOrEqual(180)
    expect(() => decode(codec, nested(100_000))).not.toThrow()
  })
})

describe('as texts', () => {
  const blob = new Blob(['x'])
  it.each<[value: unknown, texts: unknown]>([
    [DATE, '2026-01-02T03:04:05.000Z'],
    [Temporal.Instant.from('2026-01-02T03:04:05.123456789Z'), '2026-01-02T03:04:05.123456789Z'],
    [Temporal.PlainDate.from('2026-01-02').withCalendar('gregory'), '2026-01-02'],
    [5n, 5],
    [9007199254740993n, '9007199254740993'],
    [[{ a: DATE, b: undefined }], [{ a: '2026-01-02T03:04:05.000Z', b: undefined }]],
    [null, null],
    ['x', 'x'],
  ])('%o is %o', (value, texts) => {
    expect(asTexts(value)).toEqual(texts)
  })

  it('what is of a class stays as it is, to be refused or sent by those that know it', () => {
    const map = new Map([['a', 1n]])
    expect(asTexts({ blob, map })).toEqual({ blob, map })
    expect((asTexts({ blob }) as { blob: unknown }).blob).toBe(blob)
  })

  it('JSON has the same text of a day in any calendar, and refuses what has none', () => {
    expect(jsonTextOf(Temporal.PlainDate.from('2026-01-02').withCalendar('gregory'))).toBe('"2026-01-02"')
    expect(() => jsonTextOf(Temporal.PlainDate.from('+010000-01-01'))).toThrow('of the years 0 to 9999')
    expect(() => asTexts(Temporal.Instant.from('-000001-01-01T00:00:00Z'))).toThrow('of the years 0 to 9999')
  })
})
