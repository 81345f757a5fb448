import { isJsonObject, type JsonObject, type JsonValue, own } from './json.js'

/** What a value in memory can be that JSON does not have. */
export const valueNames = ['Blob', 'Date', 'Temporal.Instant', 'Temporal.PlainDate', 'bigint'] as const

/** A type of values that JSON does not have. */
export type ValueName = (typeof valueNames)[number]

/**
 * Marks a schema whose values JSON does not have, by their type, which they have in every layer: JSON Schema has no word for them. But
 * for bytes, the keywords beside it say what stands for such a value in JSON.
 */
export const VALUE = 'x-openapi-strata-value'

/** A schema of bytes that takes over the description of another. */
export function blobSchema(schema: JsonValue | undefined): JsonObject {
  const description = isJsonObject(schema) ? own(schema, 'description') : undefined
  return { type: 'object', ...(typeof description === 'string' && { description }), [VALUE]: 'Blob' }
}

/** The type of a schema's values, if JSON does not have it. */
export function valueNameOf(schema: JsonValue | undefined): ValueName | undefined {
  const found = isJsonObject(schema) ? own(schema, VALUE) : undefined
  return valueNames.find((name) => name === found)
}
