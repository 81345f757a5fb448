/** The values that JSON has no type for, and which of them its texts can stand for. */

/** The first millisecond after the year 9999, and the first of the year 0: RFC 3339 has years of four digits. */
const END_OF_YEARS = 253_402_300_800_000
const START_OF_YEARS = -62_167_219_200_000

/** Whether a point in time is one that a `date-time` of RFC 3339, 5.6 can stand for, and a `Date` a valid one. */
export function hasDateTime(value: Date | { readonly epochMilliseconds: number }): boolean {
  const time = value instanceof Date ? value.getTime() : value.epochMilliseconds
  return time >= START_OF_YEARS && time < END_OF_YEARS
}

/** Whether a day is one that a `full-date` of RFC 3339, 5.6 can stand for. */
export function hasFullDate(value: {
  readonly toString: (options: { calendarName: 'never' }) => string
}): boolean {
  return /^\d{4}-/.test(value.toString({ calendarName: 'never' }))
}

/** Whether an integer is one of 64 bits with sign (OpenAPI format registry, int64). */
export function hasInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value
}

/** Whether an integer is a multiple of another, which is not 0. */
export function isBigMultiple(value: bigint, divisor: number): boolean {
  return value % BigInt(divisor) === BigInt(0)
}
