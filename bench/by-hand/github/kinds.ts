/** Kinds of values that the schemas of GitHub's API have over and over. */
import { isDateTime, isUri } from './formats.js'

/** The properties of an object. */
export type Properties = Readonly<Record<string, unknown>>

/** Whether a value is an object. */
export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a string. */
export function isString(value: unknown): boolean {
  return typeof value === 'string'
}

/** Whether a value is a list of items that pass a check. */
export function isListOf(isItem: (item: unknown) => boolean, value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let index = 0; index < value.length; index += 1) if (!isItem(value[index])) return false
  return true
}

/** Whether a value is a string or null. */
export function isTextOrNull(value: unknown): boolean {
  return typeof value === 'string' || value === null
}

/** Whether a value is a string or absent. */
export function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string'
}

/** Whether a value is a string, null or absent. */
export function isOptionalTextOrNull(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string'
}

/** Whether a value is a boolean or null. */
export function isFlagOrNull(value: unknown): boolean {
  return typeof value === 'boolean' || value === null
}

/** Whether a value is a boolean or absent. */
export function isOptionalFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean'
}

/** Whether a value is a boolean, null or absent. */
export function isOptionalFlagOrNull(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean'
}

/** Whether a value is a URI or null. */
export function isUriOrNull(value: unknown): boolean {
  return value === null || isUri(value)
}

/** Whether a value is a URI or absent. */
export function isOptionalUri(value: unknown): boolean {
  return value === undefined || isUri(value)
}

/** Whether a value is a date and time or null. */
export function isDateTimeOrNull(value: unknown): boolean {
  return value === null || isDateTime(value)
}
