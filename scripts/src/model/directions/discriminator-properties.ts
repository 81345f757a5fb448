import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { conjuncts, descriptions } from './same-value.js'

/** Gives the properties of a schema of the document whose values tell alternatives apart. */
export type DiscriminatorProperties = (schema: JsonObject) => ReadonlySet<string>

/**
 * Finds the properties that a Discriminator Object (OpenAPI 3.1.1, 4.8.25) names, wherever they may be described: in the schema that
 * has it, in its alternatives, and in those that take it over by `allOf`, as the children of a schema do.
 */
export function discriminatorProperties(document: JsonObject): DiscriminatorProperties {
  const properties = new Map<JsonObject, Set<string>>()
  const visit = (value: JsonValue): void => {
    if (typeof value !== 'object' || value === null) return
    Object.values(value).forEach(visit)
    if (!isJsonObject(value) || isPlainReference(value)) return
    const names = conjuncts(value, document).flatMap((it) => propertyName(it) ?? [])
    if (names.length === 0) return
    for (const schema of descriptions(value, document))
      properties.set(schema, new Set([...(properties.get(schema) ?? []), ...names]))
  }
  visit(document)
  return (schema) => properties.get(schema) ?? new Set()
}

/** Whether nothing is said that the schema referred to does not say for itself. */
function isPlainReference(schema: JsonObject): boolean {
  return own(schema, '$ref') !== undefined && Object.keys(schema).length === 1
}

function propertyName(schema: JsonObject): string | undefined {
  const discriminator = own(schema, 'discriminator')
  const name = isJsonObject(discriminator) ? own(discriminator, 'propertyName') : undefined
  return typeof name === 'string' ? name : undefined
}
