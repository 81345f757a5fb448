import { isJsonObject, type JsonObject, type JsonValue } from '../scripts/src/json.js'

const COMPONENTS = '#/components/schemas/'

/** The schema of a key and those that it refers to, as one JSON Schema 2020-12 document. */
export function jsonSchemaOf(schemas: JsonObject, root: string): JsonObject {
  const { [root]: schema, ...rest } = relocated(reachable(schemas, root), '#/$defs/')
  if (!isJsonObject(schema)) throw new TypeError(`There is no schema ${root}.`)
  const isRecursive = JSON.stringify([schema, rest]).includes(`"#/$defs/${root}"`)
  const $defs = isRecursive ? { ...rest, [root]: schema } : rest
  return Object.keys($defs).length === 0 ? schema : { ...schema, $defs }
}

/** The schema of a key and those that it refers to, by key. */
export function reachable(schemas: JsonObject, root: string): JsonObject {
  const found = new Set<string>([root])
  for (const key of found) {
    for (const reference of referencesOf(schemas[key] ?? null)) found.add(reference)
  }
  return Object.fromEntries([...found].map((key) => [key, schemas[key] ?? null]))
}

function referencesOf(value: JsonValue): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item.slice(COMPONENTS.length)] : referencesOf(item),
  )
}

function relocated(schemas: JsonObject, place: string): JsonObject {
  return JSON.parse(JSON.stringify(schemas).replaceAll(`"$ref":"${COMPONENTS}`, `"$ref":"${place}`))
}
