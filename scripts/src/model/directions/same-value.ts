import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { referredSchema } from '../referred-schema.js'
import { isArray } from '../source.js'

/** A schema and all that hold together with it: what it refers to and the members of its `allOf`, at any depth, each once. */
export function conjuncts(schema: JsonValue, document: JsonObject): JsonObject[] {
  return sameValue(schema, document, ['allOf'])
}

/** A schema and all that may hold for the same value: its alternatives, too. */
export function descriptions(schema: JsonValue, document: JsonObject): JsonObject[] {
  return sameValue(schema, document, ['allOf', 'anyOf', 'oneOf'])
}

function sameValue(schema: JsonValue, document: JsonObject, keywords: readonly string[]): JsonObject[] {
  const found = new Set<JsonObject>()
  const visit = (it: JsonValue | undefined): void => {
    if (!isJsonObject(it) || found.has(it)) return
    found.add(it)
    visit(referredSchema(it, document))
    for (const keyword of keywords) {
      const members = own(it, keyword)
      if (members !== undefined && isArray(members)) members.forEach(visit)
    }
  }
  visit(schema)
  return [...found]
}
