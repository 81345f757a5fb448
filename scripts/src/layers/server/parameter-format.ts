import { type Code, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Parameter, Reading } from '../../model/types.js'
import { styleFacts } from '../../style-facts.js'

/** What the table of routes says of a parameter: where it is, how it is written and what its texts stand for. */
export function parameterFormat(parameter: Parameter): Code {
  const { in: location, name, required, allowEmptyValue, reading, taken } = parameter
  return literal({
    in: location,
    name,
    ...styleFacts(parameter),
    ...(allowEmptyValue && !required && { isUnusedIfEmpty: true }),
    ...readingFacts(reading),
    ...(taken && { taken }),
  })
}

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
