import { dateText, isDateValue } from './date-text.js'

/**
 * The JSON text of a value; undefined if there is none, as of a function. A date is a text, and a bigint a number with all of its digits.
 * @throws TypeError if a date is not valid, or not of the years 0 to 9999.
 */
export function jsonTextOf(value: unknown): string | undefined {
  let isExact = true
  // The declared type leaves out that there may be none.
  const text: string | undefined = JSON.stringify(
    value,
    replacer(() => {
      isExact = false
      return 0
    }),
  )
  return isExact || text === undefined ? text : exactTextOf(value, unusedMark(text))
}

type Replacer = (this: { readonly [key: string]: unknown }, key: string, json: unknown) => unknown

/** Replaces values that JSON does not have; `large` those integers that a number cannot hold. */
function replacer(large: (value: bigint) => number | string): Replacer {
  return function replace(key, json) {
    // What `toJSON` made of a value says nothing of its type.
    const value = this[key]
    if (isDateValue(value)) return dateText(value)
    if (typeof value !== 'bigint') return json
    return Number.isSafeInteger(Number(value)) ? Number(value) : large(value)
  }
}

/** The text with each large integer written as a string first, of a mark and its digits. */
function exactTextOf(value: unknown, mark: string): string {
  const text = JSON.stringify(
    value,
    replacer((it) => `${mark}${it}`),
  )
  return text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1')
}

/** Of a character of private use, which few texts hold. */
function unusedMark(text: string): string {
  let mark = '\uE010'
  while (text.includes(mark)) mark += '\uE010'
  return mark
}
