import type { JsonObject, JsonValue } from '../../json.js'
import type { Pattern, Property, Schema } from '../../model/types.js'

type Keywords = Required<Omit<Schema, 'pointer' | 'location' | 'boolean' | 'value' | 'discriminator'>>

/** What the field of each keyword is in JSON Schema. */
const values: {
  readonly [K in keyof Keywords]: (value: Keywords[K]) => JsonValue
} = {
  ref: ({ name }) => `#/$defs/${name}`,

  type: (names) => (names.length === 1 ? names[0]! : names),
  enum: asIs,
  const: asIs,

  minimum: asIs,
  maximum: asIs,
  exclusiveMinimum: asIs,
  exclusiveMaximum: asIs,
  multipleOf: asIs,

  minLength: asIs,
  maxLength: asIs,
  pattern: source,
  format: asIs,

  prefixItems: schemas,
  items: jsonSchema,
  contains: jsonSchema,
  minContains: asIs,
  maxContains: asIs,
  minItems: asIs,
  maxItems: asIs,
  uniqueItems: asIs,

  properties: schemasByName,
  required: asIs,
  patternProperties: (all) =>
    Object.fromEntries(all.map(({ pattern, schema }) => [source(pattern), jsonSchema(schema)])),
  additionalProperties: jsonSchema,
  propertyNames: jsonSchema,
  minProperties: asIs,
  maxProperties: asIs,
  dependentRequired: (all) => Object.fromEntries(all.map(({ name, required }) => [name, required])),
  dependentSchemas: schemasByName,

  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: jsonSchema,
  if: jsonSchema,
  then: jsonSchema,
  else: jsonSchema,

  unevaluatedItems: jsonSchema,
  unevaluatedProperties: jsonSchema,

  contentEncoding: asIs,
  contentMediaType: asIs,
  contentSchema: jsonSchema,

  title: asIs,
  description: asIs,
  default: asIs,
  examples: asIs,
  deprecated: asIs,
  readOnly: asIs,
  writeOnly: asIs,
}

/** A schema as JSON Schema 2020-12; what it refers to is `#/$defs/` and the name. */
export function jsonSchema(schema: Schema): JsonObject | boolean {
  if (schema.boolean !== undefined) return schema.boolean
  // JSON has no bytes: a schema of them says what OpenAPI 3.0 does (3.0.4, 4.7.14.2).
  const fields = schema.value === 'Blob' ? { ...schema, type: ['string'] as const, format: 'binary' } : schema
  return Object.fromEntries(Object.keys(fields).flatMap((field) => keyword(fields, field)))
}

/** The entry of a field in JSON Schema, if the field is a keyword. */
function keyword(schema: Partial<Keywords>, field: string): [string, JsonValue][] {
  return isKeyword(field) ? entry(schema, field) : []
}

function entry<K extends keyof Keywords>(schema: Partial<Keywords>, field: K): [string, JsonValue][] {
  const value: Keywords[K] | undefined = schema[field]
  if (value === undefined) return []
  return [[field === 'ref' ? '$ref' : field, values[field](value)]]
}

function isKeyword(field: string): field is keyof Keywords {
  return Object.hasOwn(values, field)
}

function asIs(value: JsonValue): JsonValue {
  return value
}

function source(pattern: Pattern): string {
  return pattern.source
}

function schemas(all: readonly Schema[]): JsonValue {
  return all.map(jsonSchema)
}

function schemasByName(all: readonly Property[]): JsonObject {
  return Object.fromEntries(all.map(({ name, schema }) => [name, jsonSchema(schema)]))
}
