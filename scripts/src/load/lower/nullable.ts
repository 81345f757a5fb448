import { own, type JsonObject, type JsonValue } from '../../json.js'
import type { MutableObject } from '../mutable.js'

/**
 * What `nullable: true` of OpenAPI 3.0 makes of a schema. By the text of 3.0.3 (4.7.24.1) it adds `null` to the `type` beside it, and
 * does nothing without one. Two idioms are read as everyone means them: beside an `enum` without `null` it adds that too, and beside
 * an `allOf`, `anyOf` or `oneOf` of one schema, the only way to write a nullable reference, it makes that schema nullable.
 */
export function lowerNullable(schema: MutableObject): void {
  const effective = isNullable(schema)
  delete schema['nullable']
  if (!effective) return
  const type = own(schema, 'type')
  const values = own(schema, 'enum')
  const wrapper = wrapperOf(schema)
  if (type !== undefined) schema['type'] = [type, 'null']
  if (Array.isArray(values) && !values.includes(null)) schema['enum'] = [...values, null]
  if (!wrapper) return
  delete schema[wrapper.keyword]
  schema['anyOf'] = [wrapper.schema, { type: 'null' }]
}

/** Whether a schema of OpenAPI 3.0 has a `nullable` that does something. */
export function isNullable(schema: JsonObject): boolean {
  if (own(schema, 'nullable') !== true) return false
  return own(schema, 'type') !== undefined || wrapperOf(schema) !== undefined
}

/** The only schema of the only `allOf`, `anyOf` or `oneOf`. */
function wrapperOf(schema: JsonObject): { keyword: string; schema: JsonValue } | undefined {
  const present = ['allOf', 'anyOf', 'oneOf'].filter((keyword) => Object.hasOwn(schema, keyword))
  const [keyword, second] = present
  const schemas = keyword === undefined || second !== undefined ? undefined : own(schema, keyword)
  if (keyword === undefined || !Array.isArray(schemas) || schemas.length !== 1) return undefined
  const [wrapped] = schemas
  return wrapped === undefined ? undefined : { keyword, schema: wrapped }
}
