import type { Schema } from '../../model/types.js'

/** Every schema that stands directly inside a schema. */
export function subschemas(schema: Schema): Schema[] {
  return [...inPlaceSubschemas(schema), ...childSubschemas(schema)]
}

/** The schemas that a schema applies to the very value that it is applied to itself; references are not followed. */
export function inPlaceSubschemas(schema: Schema): Schema[] {
  return [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.dependentSchemas ?? []).map((it) => it.schema),
    ...present([schema.not, schema.if, schema.then, schema.else]),
  ]
}

/** The schemas that a schema applies to properties, their names and items. */
export function childSubschemas(schema: Schema): Schema[] {
  return [
    ...(schema.prefixItems ?? []),
    ...(schema.properties ?? []).map((it) => it.schema),
    ...(schema.patternProperties ?? []).map((it) => it.schema),
    ...present([
      schema.items,
      schema.contains,
      schema.additionalProperties,
      schema.propertyNames,
      schema.unevaluatedItems,
      schema.unevaluatedProperties,
    ]),
  ]
}

const holdingOne = [
  'not',
  'if',
  'then',
  'else',
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const satisfies readonly (keyof Schema)[]

const holdingList = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const satisfies readonly (keyof Schema)[]

const holdingEntries = [
  'properties',
  'patternProperties',
  'dependentSchemas',
] as const satisfies readonly (keyof Schema)[]

type One = (typeof holdingOne)[number]
type List = (typeof holdingList)[number]
type Entries = (typeof holdingEntries)[number]

/** A schema with something else in the place of every schema that stands directly inside it. */
type WithSubschemas<T> = Omit<Schema, One | List | Entries> & { readonly [K in One]?: T } & {
  readonly [K in List]?: readonly T[]
} & {
  readonly [K in Entries]?: readonly (Omit<NonNullable<Schema[K]>[number], 'schema'> & { schema: T })[]
}

/** A copy of a schema with another value in the place of every schema that stands directly inside it. */
export function mapSubschemas<T>(schema: Schema, map: (it: Schema) => T): WithSubschemas<T> {
  const one = holdingOne.flatMap((key) => (schema[key] === undefined ? [] : [[key, map(schema[key])]]))
  const list = holdingList.flatMap((key) => (schema[key] === undefined ? [] : [[key, schema[key].map(map)]]))
  const entries = holdingEntries.flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schema[key].map((it) => ({ ...it, schema: map(it.schema) }))]],
  )
  // Each key has what the type says of it, which `fromEntries` does not follow.
  return { ...schema, ...Object.fromEntries([...one, ...list, ...entries]) } as WithSubschemas<T>
}

/** The schema and all that a value must match with it: through `allOf` and `$ref`. */
export function inPlaceConjuncts(schema: Schema, resolve: (name: string) => Schema): Schema[] {
  const referenced = schema.ref === undefined ? [] : [resolve(schema.ref.name)]
  return [schema, ...[...(schema.allOf ?? []), ...referenced].flatMap((it) => inPlaceConjuncts(it, resolve))]
}

/** The names of the schemas that are referred to anywhere inside a schema, as far as that changes what is valid. */
export function referencesIn(schema: Schema): string[] {
  return namesIn(schema, subschemas)
}

/** The names of all schemas that are referred to inside a schema, also in `contentSchema`, which only describes. */
export function allReferencesIn(schema: Schema): string[] {
  return namesIn(schema, (it) => [...subschemas(it), ...present([it.contentSchema])])
}

function namesIn(schema: Schema, inside: (schema: Schema) => readonly Schema[]): string[] {
  const inner = inside(schema).flatMap((it) => namesIn(it, inside))
  return schema.ref === undefined ? inner : [schema.ref.name, ...inner]
}

function present(schemas: readonly (Schema | undefined)[]): Schema[] {
  return schemas.filter((it) => it !== undefined)
}
