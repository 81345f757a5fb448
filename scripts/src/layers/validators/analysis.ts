/** What can be known of a schema before anything is printed. */
import type { JsonValue } from '../../json.js'
import { isJsonObject } from '../../json.js'
import type { Schema, TypeName } from '../../model/types.js'
import { isAsserted } from './formats.js'
import { keywordsByType } from './subject.js'

/** Looks a named schema up. */
export type Resolve = (name: string) => Schema

/** The keywords that hold whatever the type of the value. `then` and `else` mean nothing without `if`. */
const compositions = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'ref',
] as const satisfies readonly (keyof Schema)[]

/** Every keyword that can make a value invalid. */
const assertions: ReadonlySet<keyof Schema> = new Set([
  'boolean',
  'type',
  'value',
  'enum',
  'const',
  ...compositions,
  ...Object.values(keywordsByType).flat(),
])

/** What `assertionsOf` found: it is asked of a schema over and over, looks at all that is inside it, and schemas do not change. */
const found = new WeakMap<Schema, readonly (keyof Schema)[]>()

/** The keywords of a schema that can make a value invalid. */
export function assertionsOf(schema: Schema): readonly (keyof Schema)[] {
  const known = found.get(schema)
  if (known !== undefined) return known
  const asserted = [...assertions].filter(
    (keyword) => schema[keyword] !== undefined && canFail[keyword]?.(schema) !== false,
  )
  found.set(schema, asserted)
  return asserted
}

/** For keywords that some values make meaningless, whether they can make a value invalid. */
const canFail: { readonly [K in keyof Schema]?: (schema: Schema) => boolean } = {
  if: ({ then, else: otherwise }) => [then, otherwise].some((it) => it !== undefined && !acceptsAll(it)),
  items: ({ items }) => !acceptsAll(items!),
  prefixItems: ({ prefixItems }) => !prefixItems!.every(acceptsAll),
  unevaluatedItems: ({ unevaluatedItems, items }) => items === undefined && !acceptsAll(unevaluatedItems!),
  unevaluatedProperties: ({ unevaluatedProperties, additionalProperties }) =>
    additionalProperties === undefined && !acceptsAll(unevaluatedProperties!),
  additionalProperties: ({ additionalProperties }) => !acceptsAll(additionalProperties!),
  propertyNames: ({ propertyNames }) => !acceptsAll(propertyNames!),
  patternProperties: ({ patternProperties }) => !patternProperties!.every(({ schema }) => acceptsAll(schema)),
  properties: ({ properties }) => !properties!.every(({ schema }) => acceptsAll(schema)),
  required: ({ required }) => required!.length > 0,
  dependentRequired: ({ dependentRequired }) =>
    dependentRequired!.some(({ required }) => required.length > 0),
  dependentSchemas: ({ dependentSchemas }) => !dependentSchemas!.every(({ schema }) => acceptsAll(schema)),
  allOf: ({ allOf }) => !allOf!.every(acceptsAll),
  anyOf: ({ anyOf }) => !anyOf!.some(acceptsAll),
  contains: ({ minContains = 1, maxContains }) => minContains > 0 || maxContains !== undefined,
  uniqueItems: ({ uniqueItems }) => uniqueItems!,
  minLength: ({ minLength }) => minLength! > 0,
  minItems: ({ minItems }) => minItems! > 0,
  minProperties: ({ minProperties }) => minProperties! > 0,
  format: ({ format }) => isAsserted(format!),
}

/** Whether the schema accepts every value. */
export function acceptsAll(schema: Schema): boolean {
  return schema.boolean === true || (schema.boolean === undefined && assertionsOf(schema).length === 0)
}

/** Whether the schema says nothing but `$ref`. */
export function isOnlyReference(schema: Schema): schema is Schema & { ref: NonNullable<Schema['ref']> } {
  return schema.ref !== undefined && assertionsOf(schema).length === 1
}

/** Whether the schema says something about values of a type beyond their type. */
export function constrains(schema: Schema, type: keyof typeof keywordsByType): boolean {
  const asserted = assertionsOf(schema)
  return keywordsByType[type].some((keyword) => asserted.includes(keyword))
}

/** The types of which the schema says more than that it allows them, as far as it does. */
export function constrainedTypes(
  schema: Schema,
  types: readonly TypeName[] | undefined,
): (keyof typeof keywordsByType)[] {
  return (['string', 'number', 'array', 'object'] as const).filter(
    (type) =>
      constrains(schema, type) &&
      (types === undefined || types.includes(type) || (type === 'number' && types.includes('integer'))),
  )
}

/** Whether the schema is checked by comparisons of the value alone: no parts, no composition. */
export function isScalar(schema: Schema): boolean {
  if (schema.value !== undefined) return true
  return (
    schema.boolean === undefined &&
    !constrains(schema, 'object') &&
    !constrains(schema, 'array') &&
    !compositions.some((keyword) => schema[keyword] !== undefined)
  )
}

/** The types that `type` allows, without `integer` beside `number`; undefined if it allows all. */
export function allowedTypes(schema: Schema): readonly TypeName[] | undefined {
  const { type } = schema
  if (type === undefined) return undefined
  return type.includes('number') ? type.filter((name) => name !== 'integer') : type
}

/** The values that `enum` and `const` leave, those of another `type` taken out; undefined if there is neither. */
export function allowedValues(schema: Schema): readonly JsonValue[] | undefined {
  const { enum: members, const: fixed, type } = schema
  if (members === undefined && fixed === undefined) return undefined
  const values = (members ?? [fixed!]).filter((value) => fixed === undefined || sameValue(value, fixed))
  return type === undefined ? values : values.filter((value) => type.some((name) => isOfType(value, name)))
}

/** Whether `undefined`, which stands for an absent property, is refused, so that no separate check for it is needed. */
export function refusesUndefined(schema: Schema, resolve: Resolve, seen: readonly string[] = []): boolean {
  if (schema.boolean === false || schema.type !== undefined || allowedValues(schema) !== undefined)
    return true
  const refuses = (part: Schema) => refusesUndefined(part, resolve, seen)
  if (schema.allOf?.some(refuses) || schema.anyOf?.every(refuses) || schema.oneOf?.every(refuses)) return true
  if (schema.ref === undefined || seen.includes(schema.ref.name)) return false
  return refusesUndefined(resolve(schema.ref.name), resolve, [...seen, schema.ref.name])
}

/** Whether a JSON value is a string, number, boolean or null. */
export function isPrimitive(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null
}

function isOfType(value: JsonValue, type: TypeName): boolean {
  if (type === 'null') return value === null
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? isJsonObject(value) : typeof value === type
}

function sameValue(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true
  if (isPrimitive(a) || isPrimitive(b) || Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    left.size === right.size &&
    [...left].every(([key, item]) => right.has(key) && sameValue(item, right.get(key)!))
  )
}
