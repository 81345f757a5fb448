import { isJsonObject, type JsonObject, type JsonValue, own } from './json.js'

/** Marks a schema whose values are bytes: a `Blob` in every layer. JSON has no such values, so JSON Schema has no word for it. */
export const BLOB = 'x-openapi-strata-blob'

/** A schema of bytes that takes over the description of another. */
export function blobSchema(schema: JsonValue | undefined): JsonObject {
  const description = isJsonObject(schema) ? own(schema, 'description') : undefined
  return { type: 'object', ...(typeof description === 'string' && { description }), [BLOB]: true }
}

/** Whether a schema is one of bytes. */
export function isBlobSchema(schema: JsonValue | undefined): boolean {
  return isJsonObject(schema) && own(schema, BLOB) === true
}
