import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasAtLeast, hasAtMost, lengthOf } from '../../../../scripts/src/runtime/validators/length.js'

const rows: readonly (readonly [text: string, length: number])[] = [
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 2],
  ['\uffff', 1],
  ['😀', 1],
  ['a😀b', 3],
  ['😀😀', 2],
  ['\u{10000}\u{10ffff}', 2],
  ['👩‍👩‍👧', 5],
  ['\ud800', 1],
  ['\udc00', 1],
  ['\ud800\ud800', 2],
  ['\udc00\ud800', 2],
  ['\ud800😀', 2],
  ['😀\udc00', 2],
  ['\ud800a\udc00', 3],
  ['\udbff\ue000', 2],
  ['\ud7ff\udc00', 2],
]

describe.each(rows)('%o', (text, length) => {
  it(`has ${length} characters`, () => expect(lengthOf(text)).toBe(length))

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('is compared with %i', (limit) => {
    expect(hasAtMost(text, limit)).toBe(length <= limit)
    expect(hasAtLeast(text, limit)).toBe(length >= limit)
  })
})

describe('lengthOf, hasAtMost and hasAtLeast', () => {
  it('count what iterating over the string gives', () => {
    const units = fc.array(fc.constantFrom('a', '\ud83d', '\ude00', '\ud800', '\udfff'), { maxLength: 8 })
    fc.assert(
      fc.property(units, fc.nat(9), (parts, limit) => {
        const text = parts.join('')
        const { length } = [...text]
        expect(lengthOf(text)).toBe(length)
        expect(hasAtMost(text, limit)).toBe(length <= limit)
        expect(hasAtLeast(text, limit)).toBe(length >= limit)
      }),
      { seed: 5, numRuns: 2_000 },
    )
  })
})
