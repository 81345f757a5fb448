import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { OVERLAPPING } from '../../open-enum.js'
import { mapItems, mapMembers } from '../map-members.js'
import { isArray } from '../source.js'
import { directedDiscriminator } from './directed-discriminator.js'
import type { DirectionRule } from './direction.js'
import type { DiscriminatorProperties } from './discriminator-properties.js'
import { markedProperties } from './marked-properties.js'
import { openedEnum } from './opened-enum.js'

/** What relaxing a schema needs. */
export interface Relaxing {
  readonly document: JsonObject
  readonly keyword: DirectionRule['keyword']
  /** The reference to put in the place of one that is found. */
  readonly refer: (reference: string) => string
  /** Where enums are opened: the properties whose enums are not. */
  readonly closed?: DiscriminatorProperties | undefined
}

type Relax = (schema: JsonValue) => JsonValue

/** What the value of a keyword holds: a schema, an array of them, or an object of them. */
type Shape = (value: JsonValue, relax: Relax) => JsonValue

const one: Shape = (value, relax) => relax(value)
const list: Shape = (value, relax) => (isArray(value) ? mapItems(value, relax) : value)
const map: Shape = mapBut(new Set())

/** An object of schemas of which those of some names stay as they are. */
function mapBut(names: ReadonlySet<string>): Shape {
  return (value, relax) =>
    isJsonObject(value) ? mapMembers(value, (name, it) => (names.has(name) ? it : relax(it))) : value
}

/**
 * Where schemas stand of which accepting more means accepting more as a whole. Not so inside `not` and `if`, which stay as they are;
 * `propertyNames` has an enum at most.
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
 * The schema for a direction: its lists `required` without the marked properties, and its enums open where they are to be. It is the
 * same object where that changes nothing. What is marked counts for all that holds together, an `allOf` above all; a list in an
 * alternative that does not describe the property itself tells alternatives apart, and stays.
 */
export function relaxedSchema(
  schema: JsonValue,
  relaxing: Relaxing,
  outer: readonly string[] = [],
): JsonValue {
  if (!isJsonObject(schema)) return schema
  const { document, keyword, refer, closed } = relaxing
  const marked = [...outer, ...markedProperties(schema, keyword, document)]
  const relax: Relax = (it) => relaxedSchema(it, relaxing)
  const relaxed = mapMembers(schema, (key, value) => {
    if (key === '$ref') return typeof value === 'string' ? refer(value) : value
    if (key === 'required') return without(value, marked)
    if (key === 'discriminator') return directedDiscriminator(value, schema, refer)
    if (key === 'allOf') return list(value, (it) => relaxedSchema(it, relaxing, marked))
    const shape = closed === undefined ? shapes.get(key) : openShape(key, schema, closed)
    return shape?.(value, relax) ?? value
  })
  return closed === undefined ? relaxed : opened(schema, relaxed)
}

/** Where enums are opened, those of some properties are not, nor is what may match a number of times at most. */
function openShape(key: string, schema: JsonObject, closed: DiscriminatorProperties): Shape | undefined {
  if (key === 'properties') return mapBut(closed(schema))
  if (key === 'propertyNames') return one
  return key === 'contains' && own(schema, 'maxContains') !== undefined ? undefined : shapes.get(key)
}

/** What was relaxed with its own enum open. Alternatives that take more than before may no longer exclude one another. */
function opened(schema: JsonObject, relaxed: JsonObject): JsonObject {
  const isOverlapping = own(schema, 'oneOf') !== own(relaxed, 'oneOf')
  return openedEnum(isOverlapping ? { ...relaxed, [OVERLAPPING]: true } : relaxed)
}

/** The names that are left, undefined if none is. */
function without(names: JsonValue, marked: readonly string[]): JsonValue | undefined {
  if (!isArray(names)) return names
  const rest = names.filter((name) => typeof name !== 'string' || !marked.includes(name))
  if (rest.length === names.length) return names
  return rest.length === 0 ? undefined : rest
}
