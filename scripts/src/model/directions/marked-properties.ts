import { isJsonObject, type JsonObject, own } from '../../json.js'
import type { DirectionRule } from './direction.js'
import { conjuncts } from './same-value.js'

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
