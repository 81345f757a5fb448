import { isJsonObject, type JsonObject, type JsonValue } from '../../json.js'
import { mapItems, mapMembers } from '../map-members.js'
import { isArray } from '../source.js'
import { directedDiscriminator } from './directed-discriminator.js'
import type { DirectionRule } from './direction.js'
import { markedProperties } from './marked-properties.js'

/** What relaxing a schema needs. */
export interface Relaxing {
  readonly document: JsonObject
  readonly keyword: DirectionRule['keyword']
  /** The reference to put in the place of one that is found. */
  readonly refer: (reference: string) => string
}

type Relax = (schema: JsonValue) => JsonValue

/** What the value of a keyword holds: a schema, an array of them, or an object of them. */
type Shape = (value: JsonValue, relax: Relax) => JsonValue

const one: Shape = (value, relax) => relax(value)
const list: Shape = (value, relax) => (isArray(value) ? mapItems(value, relax) : value)
const map: Shape = (value, relax) => (isJsonObject(value) ? mapMembers(value, (_, it) => relax(it)) : value)

/**
 * Where schemas stand of which accepting more means accepting more as a whole. Not so inside `not`, `if` and `propertyNames`,
 * which stay as they are.
 */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ['properties', map],
  ['patternProperties', map],
  ['dependentSchemas', map],
  ['additionalProperties', one],
  ['unevaluatedProperties', one],
  ['items', one],
  ['prefixItems', list],
  ['contains', one],
  ['unevaluatedItems', one],
  ['anyOf', list],
  ['oneOf', list],
  ['then', one],
  ['else', one],
])

/**
 * The schema for a direction: its lists `required` without the marked properties. It is the same object where that changes
 * nothing. What is marked counts for all that holds together, an `allOf` above all; a list in an alternative that does not
 * describe the property itself tells alternatives apart, and stays.
 */
export function relaxedSchema(
  schema: JsonValue,
  relaxing: Relaxing,
  outer: readonly string[] = [],
): JsonValue {
  if (!isJsonObject(schema)) return schema
  const { document, keyword, refer } = relaxing
  const marked = [...outer, ...markedProperties(schema, keyword, document)]
  const relax: Relax = (it) => relaxedSchema(it, relaxing)
  return mapMembers(schema, (key, value) => {
    if (key === '$ref') return typeof value === 'string' ? refer(value) : value
    if (key === 'required') return without(value, marked)
    if (key === 'discriminator') return directedDiscriminator(value, schema, refer)
    if (key === 'allOf') return list(value, (it) => relaxedSchema(it, relaxing, marked))
    return shapes.get(key)?.(value, relax) ?? value
  })
}

/** The names that are left, undefined if none is. */
function without(names: JsonValue, marked: readonly string[]): JsonValue | undefined {
  if (!isArray(names)) return names
  const rest = names.filter((name) => typeof name !== 'string' || !marked.includes(name))
  if (rest.length === names.length) return names
  return rest.length === 0 ? undefined : rest
}
