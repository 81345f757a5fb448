import { dateText, isDateValue } from './date-text.js'

/**
 * A value as parameters and forms can hold it: dates are texts, and bigints numbers, or where a number cannot hold them the text of their
 * digits. It is a new one where something changes.
 * @throws TypeError if a date is not valid, or not of the years 0 to 9999.
 */
export function asTexts(value: unknown): unknown {
  if (isDateValue(value)) return dateText(value)
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (Array.isArray(value)) return value.map(asTexts)
  return isPlainObject(value) ? membersAsTexts(value) : value
}

/** The members of an object as parameters and forms can hold them. */
export function membersAsTexts(object: object): { [key: string]: unknown } {
  // `fromEntries` defines its properties, so that `__proto__` is one like any other.
  return Object.fromEntries(Object.entries(object).map(([key, it]) => [key, asTexts(it)]))
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
