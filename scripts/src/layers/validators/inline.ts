/** Parts of a composition that are short enough to be written where they are used, on the variables of the object around them. */
import type { Schema, TypeName } from '../../model/types.js'
import { acceptsAll, allowedValues, assertionsOf, isOnlyReference, isScalar } from './analysis.js'
import { inPlaceSubschemas } from './subschemas.js'

/** Up to so many comparisons are written inline. */
const MAX_COMPARISONS = 6

/** Keywords that can be said by comparisons of an object's properties. */
const comparable: ReadonlySet<keyof Schema> = new Set<keyof Schema>([
  'type',
  'properties',
  'required',
  'dependentRequired',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
])

/**
 * Whether a part of a composition is printed inline where the value is known to be an object described by `owner`. If what is
 * unevaluated counts, the parts are decided beforehand.
 */
export function isInline(part: Schema, owner: Schema): boolean {
  return owner.unevaluatedProperties === undefined && comparisons(part, owner) <= MAX_COMPARISONS
}

/** The parts of a schema that are printed inline, and those inside them. */
export function inlineParts(schema: Schema): Schema[] {
  const parts = inPlaceSubschemas(schema).filter(
    (part) => part.boolean === undefined && isInline(part, schema),
  )
  return parts.flatMap((part) => [part, ...inner(part)])
}

function inner(part: Schema): Schema[] {
  return inPlaceSubschemas(part).flatMap((it) => [it, ...inner(it)])
}

/** How many comparisons say what a part does; infinite if it takes more than comparisons. */
function comparisons(part: Schema, owner: Schema): number {
  if (part.boolean !== undefined) return 0
  if (part.type?.includes('object') === false) return Infinity
  if (assertionsOf(part).some((keyword) => !comparable.has(keyword))) return Infinity
  const { properties = [], required = [], dependentRequired = [] } = part
  const ofProperties = properties.map(({ name, schema }) => comparisonsOfProperty(name, schema, owner))
  const onlyRequired = required.filter((name) => !properties.some((it) => it.name === name))
  const ofDependencies = dependentRequired.map((it) => 1 + it.required.length)
  const ofParts = inPlaceSubschemas(part).map((it) => comparisons(it, owner))
  return [...ofProperties, onlyRequired.length, ...ofDependencies, ...ofParts].reduce((a, b) => a + b, 0)
}

function comparisonsOfProperty(name: string, schema: Schema, owner: Schema): number {
  if (acceptsAll(schema) || schema.boolean === false || isOnlyReference(schema)) return 1
  if (!isScalar(schema)) return Infinity
  const described = owner.properties?.find((it) => it.name === name)?.schema
  if (described !== undefined && !isComparable(schema, described)) return Infinity
  return assertionsOf(schema).length
}

/**
 * Whether the compiler lets a value be compared by `schema` where it was compared by `known` before: it refuses comparisons with
 * literals that it believes to be always false.
 */
function isComparable(schema: Schema, known: Schema): boolean {
  const asserted = assertionsOf(schema)
  if (asserted.every((keyword) => keyword === 'type') || acceptsAll(known)) return true
  if (!isScalar(known) || allowedValues(known) !== undefined) return false
  const types = known.type
  if (types === undefined) return true
  const values = allowedValues(schema)
  return values !== undefined && values.every((value) => types.includes(jsonType(value)))
}

function jsonType(value: unknown): TypeName {
  if (typeof value === 'number') return 'number'
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'boolean' : 'null'
}
