import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEqual } from '../../../../scripts/src/runtime/validators/equal.js'
import { duplicateOf, hasUniqueItems } from '../../../../scripts/src/runtime/validators/unique-items.js'
import { nested, wraps } from './nested.js'
import { smallJson } from './small-json.js'

const MILLION = 1_000_000
const MANY = 200_000
const FILLER = Array.from({ length: 20 }, (_, index) => ({ filler: index }))

const alike: readonly (readonly [unknown, unknown])[] = [
  [1, true],
  [0, false],
  ['1', 1],
  ['', null],
  [null, 'null'],
  [[], {}],
  [[1], [true]],
  [[1], ['1']],
  [[[]], []],
  ['#null;', null],
  ['"1', '1'],
  ['""1', '"1'],
  ['#1', '1'],
  ['[1:1;', [1]],
  ['#[1:1;', [1]],
  [
    { a: 1, b: 2 },
    { a: 2, b: 1 },
  ],
  [JSON.parse('{ "__proto__": 1 }'), {}],
]

const equal: readonly (readonly [unknown, unknown])[] = [
  [0, -0],
  [[0], [-0]],
  [1, 1.0],
  [null, null],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [{ a: undefined }, {}],
  ['9', '9'],
  ['x'.repeat(20_000), 'x'.repeat(20_000)],
]

describe.each([
  ['few', 0],
  ['many', 1],
])('among %s items', (_few, times) => {
  const around = FILLER.slice(0, FILLER.length * times)

  it.each(alike)('%o and %o are different', (a, b) => {
    expect(duplicateOf([a, ...around, b])).toBeUndefined()
    expect(hasUniqueItems([a, ...around, b])).toBe(true)
  })

  it.each(equal)('%o and %o are equal', (a, b) => {
    expect(duplicateOf([...around, a, 'between', b])).toEqual({
      first: around.length,
      second: around.length + 2,
    })
    expect(hasUniqueItems([...around, a, b])).toBe(false)
  })

  it.each(Object.entries(wraps))('sees the bottom of 100,000 %s', (_, wrap) => {
    const [value, twin, other] = ['x', 'x', 'y'].map((bottom) => nested(100_000, bottom, wrap))
    expect(hasUniqueItems([...around, value, twin])).toBe(false)
    expect(hasUniqueItems([...around, value, other])).toBe(true)
  })
})

describe('duplicateOf', () => {
  it('finds two equal items whenever there are some', () => {
    fc.assert(
      fc.property(fc.array(smallJson, { maxLength: 40, size: 'max' }), (items) => {
        const found = duplicateOf(items)
        const expected = items.some((item, index) =>
          items.slice(0, index).some((other) => isEqual(other, item)),
        )
        expect(found !== undefined).toBe(expected)
        if (found === undefined) return
        expect(found.first).toBeLessThan(found.second)
        expect(isEqual(items[found.first], items[found.second])).toBe(true)
      }),
      { seed: 3, numRuns: 1_000 },
    )
  })
})

/** Whole numbers that V8's hash without a secret puts into the same of 16,384 buckets. */
function colliding(count: number): number[] {
  const found: number[] = []
  for (let candidate = 0; found.length < count; candidate += 1) {
    if ((hashOf(candidate) & 0x3fff) === 0) found.push(candidate)
  }
  return found
}

function hashOf(value: number): number {
  let hash = ~value + (value << 15)
  hash ^= hash >>> 12
  hash = (hash + (hash << 2)) | 0
  hash ^= hash >>> 4
  hash = Math.imul(hash, 2057)
  return hash ^ (hash >>> 16)
}

/** What may be slow, and within how many seconds each is done on a busy machine; alone it takes a tenth of that or less. */
const large: readonly (readonly [what: string, seconds: number, make: () => unknown[]])[] = [
  ['a million whole numbers', 10, () => Array.from({ length: MILLION }, (_, index) => index)],
  ['a million fractions', 10, () => Array.from({ length: MILLION }, (_, index) => index / 7)],
  ['many strings', 10, () => Array.from({ length: MANY }, (_, index) => `item ${index}`)],
  [
    'many items of all types',
    10,
    () =>
      Array.from({ length: MANY }, (_, index) => [index, `${index}`, [index], `#[1:${index};`][index % 4]),
  ],
  [
    'a million objects with the same keys',
    60,
    () => Array.from({ length: MILLION }, (_, index) => ({ id: index, name: 'x', tags: [] })),
  ],
  ['numbers whose hashes collide', 2, () => colliding(60_000)],
  [
    'digits whose hashes collide in old engines',
    2,
    () => Array.from({ length: 60_000 }, (_, index) => String((index + 1) * 65_536)),
  ],
  [
    'long strings that differ at the end',
    5,
    () => Array.from({ length: 4_000 }, (_, index) => 'x'.repeat(17_000) + index),
  ],
]

describe('hasUniqueItems', () => {
  it.each(large)('is not slow for %s', (_, seconds, make) => {
    const items = make()
    const start = performance.now()
    expect(hasUniqueItems(items)).toBe(true)
    expect(hasUniqueItems([...items, items[0]])).toBe(false)
    expect(performance.now() - start).toBeLessThan(seconds * 1_000)
  })
})
