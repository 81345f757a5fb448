import type { JsonSchemaObject } from './json-schema.js'
import { isArray, isObject } from './types.js'

/** What draft-07 has no keyword for. */
const missingInDraft07 = ['minContains', 'maxContains', 'unevaluatedItems', 'unevaluatedProperties']

/**
 * A schema object of JSON Schema 2020-12, whose subschemas are of draft-07 already, in draft-07.
 * @throws Error if draft-07 has no keyword for what it says; `name` is the definition that it is in.
 */
export function toDraft07(schema: JsonSchemaObject, name: string): JsonSchemaObject {
  const missing = missingInDraft07.filter((keyword) => Object.hasOwn(schema, keyword))
  if (missing.length > 0) {
    throw new Error(`${name} cannot be converted to draft-07: it has no ${missing.join(' and no ')}`)
  }
  return withLoneReference(withDependencies(withItemsArray(withoutContentSchema(withDefinitions(schema)))))
}

/** `$defs` were `definitions` (2019-09 renamed them). */
function withDefinitions({ $defs, ...schema }: JsonSchemaObject): JsonSchemaObject {
  const { $ref } = schema
  return {
    ...schema,
    ...(typeof $ref === 'string' && { $ref: $ref.replace('#/$defs/', '#/definitions/') }),
    ...($defs !== undefined && { definitions: $defs }),
  }
}

/** `contentSchema` came with 2019-09. It changes nothing of what is valid, so that no more than a description is lost. */
function withoutContentSchema(schema: JsonSchemaObject): JsonSchemaObject {
  const { contentSchema: _, ...others } = schema
  return others
}

/** `prefixItems` and `items` were `items` and `additionalItems` (2020-12 renamed them). */
function withItemsArray({ prefixItems, items, ...schema }: JsonSchemaObject): JsonSchemaObject {
  return {
    ...schema,
    ...(prefixItems !== undefined && { items: prefixItems }),
    ...(items !== undefined && { [prefixItems === undefined ? 'items' : 'additionalItems']: items }),
  }
}

/** `dependentRequired` and `dependentSchemas` were both `dependencies` (2019-09 split it). */
function withDependencies({
  dependentRequired,
  dependentSchemas,
  ...schema
}: JsonSchemaObject): JsonSchemaObject {
  const required = isObject(dependentRequired) ? dependentRequired : {}
  const schemas = isObject(dependentSchemas) ? dependentSchemas : {}
  const both = Object.keys(required).filter((name) => Object.hasOwn(schemas, name))
  const merged = both.map((name) => [name, { required: required[name], allOf: [schemas[name]] }])
  const dependencies = { ...required, ...schemas, ...Object.fromEntries(merged) }
  return { ...schema, ...(Object.keys(dependencies).length > 0 && { dependencies }) }
}

/** Keywords beside a `$ref` were ignored (draft-07, 8.3). */
function withLoneReference({ $ref, ...schema }: JsonSchemaObject): JsonSchemaObject {
  if ($ref === undefined) return schema
  if (Object.keys(schema).length === 0) return { $ref }
  return { ...schema, allOf: [{ $ref }, ...(isArray(schema['allOf']) ? schema['allOf'] : [])] }
}
