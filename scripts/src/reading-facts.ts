import type { JsonObject } from './json.js'
import type { Reading } from './model/types.js'

/** What texts stand for, as far as that is not text as it is. */
export function readingFacts({ types, array, object, others, json, blob }: Reading): JsonObject {
  const members = Object.entries(object ?? {}).map(([name, it]) => [name, readingFacts(it)] as const)
  return {
    ...(types && { types }),
    ...(array && { array: readingFacts(array) }),
    ...(object && { object: Object.fromEntries(members) }),
    ...(others && { others: readingFacts(others) }),
    ...(json && { json }),
    ...(blob && { blob }),
  }
}
