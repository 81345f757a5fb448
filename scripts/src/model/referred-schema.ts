import { type JsonObject, type JsonValue, own } from '../json.js'
import { referencePointer, valueAt } from '../pointer.js'

/** What the `$ref` of a schema leads to; undefined where it has none. */
export function referredSchema(schema: JsonObject, document: JsonObject): JsonValue | undefined {
  const reference = own(schema, '$ref')
  const pointer = typeof reference === 'string' ? referencePointer(reference) : undefined
  return pointer === undefined ? undefined : valueAt(document, pointer)
}
