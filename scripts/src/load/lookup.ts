import type { JsonObject, JsonValue } from '../json.js'
import { referencePointer, valueAt } from '../pointer.js'
import { referenceOf } from './resolver.js'

/** What a reference of a bundle leads to, which may be a reference again; nothing if it leads nowhere. */
export function referred(document: JsonObject, reference: string): JsonValue | undefined {
  const pointer = referencePointer(reference)
  return pointer === undefined ? undefined : valueAt(document, pointer)
}

/** What a value of a bundle stands for: the end of its references, or the value itself; nothing if they lead nowhere. */
export function lookup(document: JsonObject, value: JsonValue): JsonValue | undefined {
  const passed = new Set<string>()
  let current: JsonValue | undefined = value
  while (current !== undefined) {
    const reference = referenceOf(current)
    if (reference === undefined) return current
    if (passed.has(reference)) return undefined
    passed.add(reference)
    current = referred(document, reference)
  }
  return undefined
}
