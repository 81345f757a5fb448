import type { Codec } from './codec.js'

/** An integer as JSON writes it (RFC 8259, 6). */
const INTEGER_DIGITS = /^-?(?:0|[1-9]\d*)$/

/** Digits of -(2 ** 63), with its sign. */
const MOST_DIGITS = 20

/** An integer as a bigint. One of more than 64 bits stays a number. */
export const int64: Codec = {
  read: (json, digits) => {
    if (digits !== undefined) {
      return digits.length <= MOST_DIGITS && INTEGER_DIGITS.test(digits) ? BigInt(digits) : json
    }
    return Number.isSafeInteger(json) ? BigInt(json as number) : json
  },
}
