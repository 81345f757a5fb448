import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { followReference } from './follow.js'
import { bare, isArray, type MutableObject } from './mutable.js'
import type { Preparation } from './prepared-schema.js'
import { addToAllOf } from './rewrites.js'

/**
 * openapi-typescript prints no property that is required beside branches none of which lists it. It gets one that may hold
 * anything, which leaves the type that a branch says as it is.
 */
export function requireBesideBranches(
  schema: MutableObject,
  value: JsonObject,
  { document, codec }: Preparation,
): void {
  const unions = ['anyOf', 'oneOf'].map((keyword) => list(value, keyword)).filter((it) => it.length > 0)
  if (unions.length === 0 && partsOf(value, document).length === 0) return
  if (!isAlwaysObject(value, document)) return
  const isSaid = (name: string): boolean =>
    lists(value, name, document) ||
    unions.some((branches) => branches.every((it) => requires(it, name, document)))
  const names = requiredOf(value)
    .filter((name) => !isSaid(name))
    .map((name) => codec.encode(name))
  if (names.length === 0) return
  const properties = bare(names.map((name) => [name, bare([])]))
  addToAllOf(
    schema,
    bare([
      ['type', 'object'],
      ['properties', properties],
      ['required', names],
    ]),
  )
}

/** The schemas that apply to the same value as a whole. */
function partsOf(schema: JsonObject, document: JsonObject): readonly JsonObject[] {
  const reference = own(schema, '$ref') === undefined ? [] : [followReference(schema, document) ?? {}]
  return [...reference, ...list(schema, 'allOf').filter(isJsonObject)]
}

/** Whether nothing but objects is valid: of other values, no property is required. */
function isAlwaysObject(schema: JsonObject, document: JsonObject, seen = new Set<JsonObject>()): boolean {
  if (seen.has(schema)) return false
  seen.add(schema)
  return (
    own(schema, 'type') === 'object' ||
    partsOf(schema, document).some((part) => isAlwaysObject(part, document, seen))
  )
}

function requires(branch: JsonValue, name: string, document: JsonObject): boolean {
  const schema = followReference(branch, document)
  return schema !== undefined && requiredOf(schema).includes(name) && lists(schema, name, document)
}

/** Whether a schema lists a property, or inherits it from one that does. */
function lists(
  schema: JsonObject,
  name: string,
  document: JsonObject,
  seen = new Set<JsonObject>(),
): boolean {
  if (seen.has(schema)) return false
  seen.add(schema)
  const properties = own(schema, 'properties')
  return (
    (isJsonObject(properties) && Object.hasOwn(properties, name)) ||
    partsOf(schema, document).some((part) => lists(part, name, document, seen))
  )
}

function requiredOf(schema: JsonObject): readonly string[] {
  return [...new Set(list(schema, 'required').filter((name) => typeof name === 'string'))]
}

function list(schema: JsonObject, keyword: string): readonly JsonValue[] {
  const value = own(schema, keyword)
  return value !== undefined && isArray(value) ? value : []
}
