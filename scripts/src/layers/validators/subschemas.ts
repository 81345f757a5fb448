import type { Schema } from '../../model/types.js'

/** The keywords whose schemas are applied to the very value that the schema is applied to itself. */
const applyingInPlace = [
  'allOf',
  'anyOf',
  'oneOf',
  'dependentSchemas',
  'not',
  'if',
  'then',
  'else',
] as const satisfies readonly (keyof Schema)[]

/** The keywords whose schemas are applied to properties, their names and items. */
const applyingInside = [
  'prefixItems',
  'properties',
  'patternProperties',
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
] as const satisfies readonly (keyof Schema)[]

const applying = [...applyingInPlace, ...applyingInside]

type Applying = (typeof applying)[number]

/** Every schema that stands directly inside a schema. */
export function subschemas(schema: Schema): Schema[] {
  return appliedBy(schema, applying)
}

/** The schemas that a schema applies to the very value that it is applied to itself; references are not followed. */
export function inPlaceSubschemas(schema: Schema): Schema[] {
  return appliedBy(schema, applyingInPlace)
}

/** The schemas that a schema applies to properties, their names and items. */
export function childSubschemas(schema: Schema): Schema[] {
  return appliedBy(schema, applyingInside)
}

/** A schema, or what has it beside the name that it is for. */
type Entry = Schema | { readonly schema: Schema }

function appliedBy(schema: Schema, keywords: readonly Applying[]): Schema[] {
  const found: Schema[] = []
  for (const keyword of keywords) {
    const applied: Entry | readonly Entry[] | undefined = schema[keyword]
    if (applied === undefined) continue
    if (isList(applied)) for (const it of applied) found.push(schemaOf(it))
    else found.push(schemaOf(applied))
  }
  return found
}

function schemaOf(entry: Entry): Schema {
  return 'schema' in entry ? entry.schema : entry
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value)
}

/** What a keyword has with something else in the place of every schema. */
type Mapped<V, T> = V extends readonly (infer Item)[]
  ? readonly Mapped<Item, T>[]
  : V extends { readonly schema: Schema }
    ? Omit<V, 'schema'> & { readonly schema: T }
    : T

/** A schema with something else in the place of every schema that stands directly inside it. */
type WithSubschemas<T> = Omit<Schema, Applying> & {
  readonly [K in Applying]?: Mapped<NonNullable<Schema[K]>, T>
}

/** A copy of a schema with another value in the place of every schema that stands directly inside it. */
export function mapSubschemas<T>(schema: Schema, map: (it: Schema) => T): WithSubschemas<T> {
  const mapEntry = (it: Entry) => ('schema' in it ? { ...it, schema: map(it.schema) } : map(it))
  const mapped = applying.flatMap((keyword) => {
    const applied: Entry | readonly Entry[] | undefined = schema[keyword]
    if (applied === undefined) return []
    return [[keyword, isList(applied) ? applied.map(mapEntry) : mapEntry(applied)]]
  })
  // Each key has what the type says of it, which `fromEntries` does not follow.
  return { ...schema, ...Object.fromEntries(mapped) } as WithSubschemas<T>
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
  return namesIn(schema, (it) =>
    it.contentSchema === undefined ? subschemas(it) : [...subschemas(it), it.contentSchema],
  )
}

function namesIn(schema: Schema, inside: (schema: Schema) => readonly Schema[]): string[] {
  const names: string[] = []
  const open = [schema]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.ref !== undefined) names.push(next.ref.name)
    for (const it of inside(next).toReversed()) open.push(it)
  }
  return names
}
