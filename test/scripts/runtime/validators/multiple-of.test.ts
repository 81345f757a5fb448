import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMultipleOf } from '../../../../scripts/src/runtime/validators/multiple-of.js'

const rows: readonly (readonly [value: number, divisor: number, expected: boolean])[] = [
  [6, 3, true],
  [-6, 3, true],
  [7, 3, false],
  [0, 3, true],
  [-0, 3, true],
  [-0, 0.5, true],
  [0, 1e-320, true],
  [4.5, 1.5, true],
  [4.5, 2, false],
  [0.5, 1, false],
  [0.3, 0.1, true],
  [-0.3, 0.1, true],
  [0.31, 0.1, false],
  [19.99, 0.01, true],
  [4.35, 0.01, true],
  [1.1, 0.1, true],
  [0.0075, 0.0001, true],
  [0.00751, 0.0001, false],
  [123.456, 0.001, true],
  [123.4567, 0.001, false],
  [1e-7, 1e-7, true],
  [3e-7, 1e-7, true],
  [1.5e-7, 1e-7, false],
  [1e15, 0.1, true],
  [1000000000000001, 0.1, true],
  [9007199254740991, 2, false],
  [2 ** 53, 0.5, true],
  [12391239123, 1e-8, true],
  [1e23, 10, true],
  [1e23, 7, false],
  [1e22, 1e21, true],
  [1e308, 0.5, true],
  [1e308, 0.123456789, false],
  [1e308, 5e-324, true],
  [1e308, 3e-300, false],
  [5e-324, 1e308, false],
  [5e-324, 5e-324, true],
  [1.5e-323, 1e-323, false],
  [1e-322, 5e-324, true],
  [0.1234567890123456, 0.1234567890123456, true],
  [1.7976931348623157e308, 1e-15, true],
  [Number.NaN, 2, false],
  [Number.NaN, 0.1, false],
  [Number.POSITIVE_INFINITY, 2, false],
  [Number.NEGATIVE_INFINITY, 5e-324, false],
]

/** The same without a short cut, on the digits of both numbers. */
function isMultipleOfDigits(value: number, divisor: number): boolean {
  return scaledDigits(value) % scaledDigits(divisor) === 0n
}

function scaledDigits(number: number): bigint {
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)\.?(\d*)e?(.*)$/.exec(String(number))!
  return BigInt(whole + fraction) * 10n ** BigInt(700 + Number(exponent) - fraction.length)
}

describe('isMultipleOf', () => {
  it.each(rows)('%d of %d: %o', (value, divisor, expected) => {
    expect(isMultipleOf(value, divisor)).toBe(expected)
  })

  it.each([
    ['short decimals', fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: -6, max: 3 })],
    ['long decimals', fc.maxSafeNat(), fc.integer({ min: -20, max: 6 })],
    ['huge and tiny numbers', fc.nat(), fc.integer({ min: -320, max: 290 })],
  ])('agrees with exact arithmetic on %s', (_, digits, exponent) => {
    const number = fc.tuple(digits, exponent).map(([mantissa, power]) => Number(`${mantissa}e${power}`))
    const divisors = number.filter((divisor) => divisor > 0)
    const multiple = fc
      .tuple(divisors, fc.integer({ min: -99, max: 99 }))
      .map(([divisor, factor]): [number, number] => [
        Number((divisor * factor).toPrecision(15)) || divisor,
        divisor,
      ])
    const pairs = fc.oneof(fc.tuple(number, divisors), multiple)
    const verdicts = { true: 0, false: 0 }
    fc.assert(
      fc.property(pairs, ([value, divisor]) => {
        const expected = isMultipleOfDigits(value, divisor)
        verdicts[`${expected}`] += 1
        expect(isMultipleOf(value, divisor)).toBe(expected)
      }),
      { seed: 4, numRuns: 3_000 },
    )
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(100)
  })
})
