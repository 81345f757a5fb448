import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { referredSchema } from '../referred-schema.js'
import { isArray } from '../source.js'
import type { DirectionRule } from './direction.js'

/** The names of the properties of an object that `keyword` marks, wherever in its schema they are described. */
export function markedProperties(
  schema: JsonObject,
  keyword: DirectionRule['keyword'],
  document: JsonObject,
): string[] {
  return conjuncts(schema, document).flatMap((part) => {
    const properties = own(part, 'properties')
    if (!isJsonObject(properties)) return []
    return Object.entries(properties)
      .filter(([, it]) => conjuncts(it, document).some((each) => own(each, keyword) === true))
      .map(([name]) => name)
  })
}

/** A schema and all that hold together with it: what it refers to and the members of its `allOf`, at any depth, each once. */
function conjuncts(schema: JsonValue, document: JsonObject): JsonObject[] {
  const found = new Set<JsonObject>()
  const visit = (it: JsonValue | undefined): void => {
    if (!isJsonObject(it) || found.has(it)) return
    found.add(it)
    visit(referredSchema(it, document))
    const members = own(it, 'allOf')
    if (members !== undefined && isArray(members)) members.forEach(visit)
  }
  visit(schema)
  return [...found]
}
