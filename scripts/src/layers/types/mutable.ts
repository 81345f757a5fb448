import { isJsonObject, type JsonValue } from '../../json.js'

/** A JSON value that a library may write to. */
export type Mutable = null | boolean | number | string | Mutable[] | MutableObject

/** A JSON object that a library may write to. */
export interface MutableObject {
  [key: string]: Mutable
}

/**
 * An object without a prototype, in which a library finds what the document has and nothing else: openapi-typescript reads
 * members by names of the document, among which `__proto__` and `constructor` may be.
 */
export function bare(entries: Iterable<readonly [string, Mutable]>): MutableObject {
  const object: MutableObject = Object.create(null)
  for (const [key, value] of entries) object[key] = value
  return object
}

/** A copy of a JSON value. */
export function copy(value: JsonValue): Mutable {
  if (isArray(value)) return value.map(copy)
  return isJsonObject(value) ? bare(Object.entries(value).map(([key, it]) => [key, copy(it)])) : value
}

/** Whether a JSON value is an array. */
export function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** Whether a value is an object that a library may write to. */
export function isObject(value: Mutable | undefined): value is MutableObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
