/** Enums that take other values than they list, for which JSON Schema has no word: marks in the document, which its types are printed from. */
import { isJsonObject, type JsonObject, type JsonValue, own } from './json.js'

/** Has the values of an enum that takes others, too: the schema has no `enum`, and says by `type` what they are. */
export const KNOWN_VALUES = 'x-openapi-strata-known-values'

/** Marks a schema of whose `oneOf` a value may match more than one, as they have such enums. */
export const OVERLAPPING = 'x-openapi-strata-overlapping'

/** A value that an open enum lists. */
export type KnownValue = string | number | null

/** The values that an open enum lists; undefined for any other schema. */
export function knownValues(schema: JsonValue): readonly KnownValue[] | undefined {
  const values = isJsonObject(schema) ? own(schema, KNOWN_VALUES) : undefined
  return Array.isArray(values) && values.every(isKnownValue) ? values : undefined
}

/** Whether more than one of the alternatives in `oneOf` may match. */
export function isOverlapping(schema: JsonObject): boolean {
  return own(schema, OVERLAPPING) === true
}

/** Whether a value is one that an open enum can list. */
export function isKnownValue(value: JsonValue): value is KnownValue {
  return value === null || typeof value === 'string' || typeof value === 'number'
}
