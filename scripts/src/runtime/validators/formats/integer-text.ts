/** Integers that the OpenAPI format registry also allows as strings, written as in JSON (RFC 8259, 6). */
const INTEGER_TEXT = /^-?(?:0|[1-9]\d*)$/

/** Digits of 2 ** 64; a number of more digits is out of range. */
const LONGEST_INTEGER_TEXT = 20

/** Whether `text` is an integer of 64 bits with sign (OpenAPI format registry, int64). */
export function isInt64Text(text: string): boolean {
  return isIntegerTextWithin(text, -(2n ** 63n), 2n ** 63n - 1n)
}

/** Whether `text` is an integer of 64 bits without sign (OpenAPI format registry, uint64). */
export function isUint64Text(text: string): boolean {
  return isIntegerTextWithin(text, 0n, 2n ** 64n - 1n)
}

/** Whether `text` is whole seconds since 1970 (OpenAPI format registry, unixtime; POSIX.1-2024, 4.19). */
export function isUnixTimeText(text: string): boolean {
  return INTEGER_TEXT.test(text)
}

function isIntegerTextWithin(text: string, minimum: bigint, maximum: bigint): boolean {
  if (text.length > LONGEST_INTEGER_TEXT || !INTEGER_TEXT.test(text)) return false
  const value = BigInt(text)
  return value >= minimum && value <= maximum
}
