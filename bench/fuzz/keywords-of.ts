import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'

/** Keywords whose value is a schema, or an array of schemas. */
const APPLYING = new Set(
  (
    'allOf anyOf oneOf not if then else prefixItems items contains unevaluatedItems ' +
    'additionalProperties propertyNames unevaluatedProperties'
  ).split(' '),
)

/** Keywords whose value is an object of schemas. */
const APPLYING_BY_NAME = new Set(['$defs', 'properties', 'patternProperties', 'dependentSchemas'])

/** A schema and all schemas in it. */
export function schemasIn(schema: JsonValue): JsonObject[] {
  if (Array.isArray(schema)) return schema.flatMap(schemasIn)
  if (!isJsonObject(schema)) return []
  const inner = Object.entries(schema).flatMap(([keyword, value]) => {
    if (APPLYING_BY_NAME.has(keyword)) return Object.values(value as JsonObject) // so the meta-schema has it
    return APPLYING.has(keyword) ? [value] : []
  })
  return [schema, ...inner.flatMap(schemasIn)]
}

/** The keywords that a schema and the schemas in it have. */
export function keywordsOf(schema: JsonValue): Set<string> {
  return new Set(schemasIn(schema).flatMap((it) => Object.keys(it)))
}

/** The names of properties that a schema and the schemas in it ask for. */
export function propertyNamesOf(schema: JsonValue): Set<string> {
  return new Set(schemasIn(schema).flatMap(ownPropertyNames))
}

function ownPropertyNames(schema: JsonObject): string[] {
  const { properties = {}, dependentSchemas = {}, dependentRequired = {}, required = [] } = schema
  // So the meta-schema has it.
  const needed = Object.values(dependentRequired as Readonly<Record<string, readonly string[]>>)
  const named = [properties, dependentSchemas, dependentRequired].flatMap((it) =>
    Object.keys(it as JsonObject),
  )
  return [...named, ...(required as readonly string[]), ...needed.flat()]
}
