import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { blobSchema } from '../../value-schema.js'
import { mapItems, mapMembers } from '../map-members.js'
import { referredSchema } from '../referred-schema.js'
import { isArray } from '../source.js'
import { describedBy } from './described.js'

/** What is known of the parts of a body. */
interface Parts {
  readonly document: JsonObject
  /** Whether the Encoding Object of a property says that it is bytes. */
  readonly isBytes: (property: string) => boolean
}

/**
 * The schema of a multipart body with bytes where it has strings that stand for them: a part can be sent as it is, which JSON has no
 * word for. What is referred to is put in the place of the reference only where it differs; what has no such parts stays the same object.
 */
export function multipartSchema(schema: JsonValue, parts: Parts): JsonValue {
  return bodySchema(schema, parts, [])
}

type Change = (schema: JsonValue, outer: readonly JsonObject[]) => JsonValue

function bodySchema(schema: JsonValue, parts: Parts, outer: readonly JsonObject[]): JsonValue {
  const change: Change = (it, around) => bodySchema(it, parts, around)
  return changed(schema, parts.document, { outer, change }, (key, value) => {
    if (key !== 'properties' || !isJsonObject(value)) return value
    return mapMembers(value, (name, it) => partSchema(it, parts, parts.isBytes(name), []))
  })
}

function partSchema(
  schema: JsonValue,
  parts: Parts,
  isBytes: boolean,
  outer: readonly JsonObject[],
): JsonValue {
  const { document } = parts
  const described = describedBy(schema, document)
  const isBlob = described.size === 1 && (described.has('bytes') || (isBytes && described.has('text')))
  if (isBlob || (isBytes && described.size === 0)) return blobSchema(schema)
  const change: Change = (it, around) => partSchema(it, parts, isBytes, around)
  return changed(schema, document, { outer, change }, (key, value) =>
    key === 'items' ? partSchema(value, parts, isBytes, outer) : value,
  )
}

/** The schema with what applies to the same value changed, and its other keywords by `keyword`. */
function changed(
  schema: JsonValue,
  document: JsonObject,
  { outer, change }: { readonly outer: readonly JsonObject[]; readonly change: Change },
  keyword: (key: string, value: JsonValue) => JsonValue,
): JsonValue {
  if (!isJsonObject(schema) || outer.includes(schema)) return schema
  const around = [...outer, schema]
  const referred = referredSchema(schema, document)
  const next = referred === undefined ? undefined : change(referred, around)
  if (next !== undefined && next !== referred) {
    const { $ref: _, ...beside } = schema
    return Object.keys(beside).length === 0 ? next : { ...beside, allOf: [next, ...listOf(beside, 'allOf')] }
  }
  return mapMembers(schema, (key, value) => {
    if (!['allOf', 'anyOf', 'oneOf'].includes(key) || !isArray(value)) return keyword(key, value)
    return mapItems(value, (it) => change(it, around))
  })
}

function listOf(schema: JsonObject, key: string): readonly JsonValue[] {
  const value = own(schema, key)
  return value !== undefined && isArray(value) ? value : []
}
