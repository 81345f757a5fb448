import type { JsonValue } from '../json.js'

/** A JSON object that is still being made. */
export type MutableObject = { [key: string]: JsonValue }

/** Sets an own property, also one called `__proto__`. */
export function setOwn(object: MutableObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true })
}

/** A deep copy of plain data. Members that are `undefined`, which only JavaScript can hold, are left out as JSON leaves them out. */
export function copy(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(copy)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, copy(member)]),
  )
}
