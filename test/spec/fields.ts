import { own, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { asObject, document, valueAt } from './document.js'

/** A schema with its reference, and its `null` beside another type, taken into it. */
export function flat(value: JsonValue | undefined): JsonObject {
  const { $ref, anyOf, ...schema } = asObject(value)
  if (typeof $ref === 'string') return { ...flat(valueAt(document, $ref.slice(1))), ...schema }
  if (Array.isArray(anyOf)) {
    const [branch, nothing] = anyOf.map(flat)
    return nothing?.['type'] === 'null' ? { ...branch, ...schema, nullable: true } : { ...schema, anyOf }
  }
  const { type } = schema
  return Array.isArray(type) && type[1] === 'null' ? { ...schema, type: type[0], nullable: true } : schema
}

/** The flat schema of a property. */
export function property(schema: JsonObject, name: string): JsonObject {
  return flat(own(asObject(own(schema, 'properties')), name))
}

const described = new Set(
  'type nullable format enum default deprecated pattern minLength maxLength minimum maximum minItems minProperties'.split(
    ' ',
  ),
)

/** What a schema says of a value, without what it says of its parts. */
export function facts(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => described.has(key)))
}
