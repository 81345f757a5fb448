import { type Code, literal } from '../../emit/index.js'
import type { Parameter } from '../../model/types.js'
import { readingFacts } from '../../reading-facts.js'
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
