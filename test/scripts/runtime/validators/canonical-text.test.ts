import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../../../scripts/src/runtime/validators/canonical-text.js'
import { nested, wraps } from './nested.js'
import { smallJson } from './small-json.js'

const same: readonly (readonly [unknown, unknown])[] = [
  [0, -0],
  [
    { b: [{}], a: 1 },
    { a: 1, b: [{}] },
  ],
  [{ a: undefined, b: 1 }, { b: 1 }],
  [Object.create({ inherited: 1 }), {}],
]

const other: readonly (readonly [unknown, unknown])[] = [
  [1, '1'],
  ['1', '1;'],
  [null, 'null'],
  [
    ['a', 'b'],
    ['a"1:b', ''],
  ],
  [
    [[], 1],
    [[1], 1],
  ],
  [
    { a: 1, b: 2 },
    { a: 2, b: 1 },
  ],
  [[{ a: {} }, 1], [{ a: { b: 1 } }]],
  [[null], [undefined]],
  [JSON.parse('{ "__proto__": 1 }'), {}],
  ['\ud800', '\ufffd'],
]

describe('canonicalText', () => {
  it.each(same)('is the same for %o and %o', (a, b) => expect(canonicalText(a)).toBe(canonicalText(b)))

  it.each(other)('differs for %o and %o', (a, b) => expect(canonicalText(a)).not.toBe(canonicalText(b)))

  it.each(Object.entries(wraps))('is written for 100,000 %s', (_, wrap) => {
    const [value, twin, last] = ['x', 'x', 'y'].map((bottom) => nested(100_000, bottom, wrap))
    expect(canonicalText(value) === canonicalText(twin)).toBe(true)
    expect(canonicalText(value) === canonicalText(last)).toBe(false)
  })

  it('is the same exactly for equal values', () => {
    fc.assert(
      fc.property(smallJson, smallJson, (a, b) => {
        expect(canonicalText(a) === canonicalText(b)).toBe(isDeepStrictEqual(a, b))
      }),
      { seed: 2, numRuns: 5_000 },
    )
  })
})
