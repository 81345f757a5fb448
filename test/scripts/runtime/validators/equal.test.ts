import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isEqual } from '../../../../scripts/src/runtime/validators/equal.js'
import { nested, wraps } from './nested.js'
import { smallJson } from './small-json.js'

const parse = (text: string): unknown => JSON.parse(text)

const equal: readonly (readonly [unknown, unknown])[] = [
  [null, null],
  ['', ''],
  [1, 1.0],
  [0, -0],
  [
    [0, [-0]],
    [-0, [0]],
  ],
  [
    { a: 1, b: [true] },
    { b: [true], a: 1 },
  ],
  [{ a: undefined, b: 1 }, { b: 1 }],
  [{ b: 1 }, { a: undefined, b: 1 }],
  [
    { a: undefined, b: 1 },
    { b: 1, c: undefined },
  ],
  [Object.create({ inherited: 1 }), {}],
  [Object.create(null), {}],
  [Object.defineProperty({}, 'hidden', { value: 1 }), {}],
  [parse('{ "__proto__": { "a": 1 } }'), parse('{ "__proto__": { "a": 1 } }')],
  [['\ud800'], ['\ud800']],
]

const different: readonly (readonly [unknown, unknown])[] = [
  [0, false],
  [1, true],
  [1, '1'],
  ['', null],
  [0, null],
  [null, undefined],
  [null, {}],
  [[], {}],
  [{}, []],
  [[], ''],
  [[1], [1, 2]],
  [[1, 2], [1]],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], { 0: 1, length: 1 }],
  [{ 0: 1, length: 1 }, [1]],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: null }, {}],
  [{ a: null }, { a: undefined }],
  [{ a: null }, { b: undefined }],
  [{}, { toString: Object.prototype.toString }],
  [{ toString: Object.prototype.toString }, {}],
  [{ toString: Object.prototype.toString }, { other: 1 }],
  [parse('{ "__proto__": {} }'), {}],
  [parse('{ "__proto__": {} }'), parse('{ "__proto__": null }')],
  [parse('{ "__proto__": {} }'), parse('{ "constructor": {} }')],
  [[{ a: [1] }], [{ a: [2] }]],
  ['é', 'e\u0301'],
  ['\ud800', '\ud801'],
]

describe('isEqual', () => {
  it.each(equal)('%o equals %o', (a, b) => expect(isEqual(a, b)).toBe(true))

  it.each(different)('%o does not equal %o', (a, b) => expect(isEqual(a, b)).toBe(false))

  it.each(Object.entries(wraps))('compares values in 100,000 %s', (_, wrap) => {
    const [value, same, other] = ['x', 'x', 'y'].map((bottom) => nested(100_000, bottom, wrap))
    expect(isEqual(value, same)).toBe(true)
    expect(isEqual(value, other)).toBe(false)
  })

  it('agrees with isDeepStrictEqual on values that are often equal', () => {
    const verdicts = { true: 0, false: 0 }
    fc.assert(
      fc.property(smallJson, smallJson, (a, b) => {
        const expected = isDeepStrictEqual(a, b)
        verdicts[`${expected}`] += 1
        expect(isEqual(a, b)).toBe(expected)
        expect(isEqual(b, a)).toBe(expected)
      }),
      { seed: 1, numRuns: 5_000 },
    )
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(100)
  })
})
