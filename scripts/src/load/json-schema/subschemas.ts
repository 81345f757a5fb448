import { isJsonObject, type JsonObject, type JsonValue } from '../../json.js'
import { keywords, type Shape } from '../keywords.js'

/** A value that stands where a schema belongs, and the way to it from the schema that it is in. */
export interface Subschema {
  readonly value: JsonValue
  readonly tokens: readonly string[]
}

/** The values in each place of `schema` where a schema belongs, whatever the vocabularies of its dialect. */
export function subschemas(schema: JsonObject): Subschema[] {
  const found: Subschema[] = []
  for (const [keyword, value] of Object.entries(schema)) {
    mapSubschemas(keyword, value, (subschema) => {
      found.push(subschema)
      return subschema.value
    })
  }
  return found
}

/** The value of a keyword, with others in each place where a schema belongs. */
export function mapSubschemas(
  keyword: string,
  value: JsonValue,
  change: (subschema: Subschema) => JsonValue,
): JsonValue {
  const shape = shapeOf(keyword)
  if (shape === 'schema') return change({ value, tokens: [keyword] })
  if (shape === 'schemas' && Array.isArray(value)) {
    return value.map((item, index) => change({ value: item, tokens: [keyword, String(index)] }))
  }
  if (!MAPS.has(shape) || !isJsonObject(value)) return value
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(
    members.map(([key, member]) => [key, change({ value: member, tokens: [keyword, key] })]),
  )
}

const MAPS: ReadonlySet<Shape | undefined> = new Set(['schema map', 'schemas by pattern'])

/** What a keyword's value is. `dependencies` of earlier drafts holds schemas, and lists of names, which are none. */
function shapeOf(keyword: string): Shape | undefined {
  return keyword === 'dependencies' ? 'schema map' : keywords['3.1'].get(keyword)
}
