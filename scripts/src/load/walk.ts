import type { JsonValue } from '../json.js'
import { typeOf, type ObjectType, type ObjectTypes } from './object-types.js'
import { referenceOf } from './resolver.js'

/** An object or array of OpenAPI, or what stands where one is expected. */
export interface Visit {
  readonly value: JsonValue
  readonly type: ObjectType
  /** The way to the value; it changes after the call. */
  readonly tokens: readonly string[]
  /** The type of the object or array that it is in; none for the document. */
  readonly parent?: ObjectType
}

/**
 * Visits every object and array of OpenAPI in a bundle, each before what is inside it. A reference that stands for an object is not
 * visited, for its target is; a schema with a `$ref` is, because it can hold more.
 */
export function walk(document: JsonValue, types: ObjectTypes, visit: (visit: Visit) => void): void {
  const tokens: string[] = []
  const enter = (value: JsonValue, type: ObjectType, parent?: ObjectType): void => {
    if (type.name !== 'Schema' && referenceOf(value) !== undefined) return
    visit({ value, type, tokens, ...(parent && { parent }) })
    if (typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries<JsonValue>(value)) {
      const inner = typeOf(type, Array.isArray(value) ? Number(key) : key, member)
      if (!inner) continue
      tokens.push(key)
      enter(member, inner, type)
      tokens.pop()
    }
  }
  enter(document, types.Root)
}
