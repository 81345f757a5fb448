import { toDraft07 } from './json-schema-draft-07.js'
import { isArray, isObject } from './types.js'

/** A named schema in JSON Schema 2020-12. */
export interface JsonSchemaDefinition {
  readonly name: string
  /** What it refers to is `#/$defs/` and the name, which is an ASCII identifier. */
  readonly schema: boolean | JsonSchemaObject
  /** The definitions that `schema` refers to; a function, since definitions may refer to each other. */
  readonly references: () => readonly JsonSchemaDefinition[]
}

/** A schema by keyword. */
export type JsonSchemaObject = Readonly<Record<string, unknown>>

interface Target {
  /** The URI of its meta-schema. */
  readonly uri: string
  /** Says in it what a schema object of 2020-12, whose subschemas are converted, says in the definition `name`. */
  readonly convert: (schema: JsonSchemaObject, name: string) => JsonSchemaObject
}

const targets: Readonly<Record<string, Target>> = {
  'draft-2020-12': {
    uri: 'https://json-schema.org/draft/2020-12/schema',
    convert: (schema) => schema,
  },
  'draft-07': { uri: 'http://json-schema.org/draft-07/schema#', convert: toDraft07 },
}

/**
 * A definition as a schema of its own, with all that it refers to; a new one at each call.
 * @throws Error if the target is not supported, or has no keyword for what a definition says.
 */
export function toJsonSchema(definition: JsonSchemaDefinition, target: string): Record<string, unknown> {
  if (!Object.hasOwn(targets, target)) {
    const supported = Object.keys(targets).join(' and ')
    throw new Error(
      `${JSON.stringify(target)} is no target that ${definition.name} can be converted to: supported are ${supported}`,
    )
  }
  const { uri, convert } = targets[target]!
  const { schema, name } = definition
  const referenced = reachableDefinitions(definition).map((it) => [it.name, it.schema] as const)
  const whole = {
    $schema: uri,
    ...(isObject(schema) ? schema : schema ? {} : { not: {} }),
    ...(referenced.length > 0 && { $defs: Object.fromEntries(referenced) }),
  }
  return { ...convertSchemaObject(whole, name, convert) }
}

/** Every definition that one refers to, also through others. */
function reachableDefinitions({ references }: JsonSchemaDefinition): JsonSchemaDefinition[] {
  const reached = new Set(references())
  // A set's iteration goes on to what is added meanwhile.
  for (const definition of reached) for (const next of definition.references()) reached.add(next)
  return [...reached]
}

type ConvertNested = (value: unknown, name: string, convert: Target['convert']) => unknown

/** How the values of the keywords that hold schemas are converted. */
const nested: Readonly<Record<string, ConvertNested>> = {
  $defs: convertDefinitions,
  prefixItems: convertSchemas,
  items: convertSchema,
  contains: convertSchema,
  properties: convertSchemasByName,
  patternProperties: convertSchemasByName,
  additionalProperties: convertSchema,
  propertyNames: convertSchema,
  dependentSchemas: convertSchemasByName,
  allOf: convertSchemas,
  anyOf: convertSchemas,
  oneOf: convertSchemas,
  not: convertSchema,
  if: convertSchema,
  then: convertSchema,
  else: convertSchema,
  unevaluatedItems: convertSchema,
  unevaluatedProperties: convertSchema,
  contentSchema: convertSchema,
}

function convertSchemaObject(
  schema: JsonSchemaObject,
  name: string,
  convert: Target['convert'],
): JsonSchemaObject {
  const converted = mapValues(schema, (value, keyword) =>
    Object.hasOwn(nested, keyword) ? nested[keyword]!(value, name, convert) : copyOf(value),
  )
  return convert(converted, name)
}

function convertSchema(schema: unknown, name: string, convert: Target['convert']): unknown {
  return isObject(schema) ? convertSchemaObject(schema, name, convert) : schema
}

function convertSchemas(schemas: unknown, name: string, convert: Target['convert']): unknown {
  return isArray(schemas) ? schemas.map((it) => convertSchema(it, name, convert)) : schemas
}

function convertSchemasByName(schemas: unknown, name: string, convert: Target['convert']): unknown {
  return isObject(schemas) ? mapValues(schemas, (it) => convertSchema(it, name, convert)) : schemas
}

function convertDefinitions(definitions: unknown, _: string, convert: Target['convert']): unknown {
  return isObject(definitions)
    ? mapValues(definitions, (it, name) => convertSchema(it, name, convert))
    : definitions
}

/** A copy of a JSON value. */
function copyOf(value: unknown): unknown {
  if (isArray(value)) return value.map(copyOf)
  return isObject(value) ? mapValues(value, copyOf) : value
}

function mapValues(
  object: Readonly<Record<string, unknown>>,
  map: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]))
}
