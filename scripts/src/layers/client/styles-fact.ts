import type { JsonObject } from '../../json.js'
import type { Parameter, ParameterLocation } from '../../model/types.js'
import { styleFacts } from '../../style-facts.js'

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie']

/** How parameters are written, by location and name; by default nothing has to be said. */
export function stylesFact(parameters: readonly Parameter[]): JsonObject {
  const locations = LOCATIONS.map((location) => {
    const facts = parameters
      .filter((it) => it.in === location)
      .map((it) => [it.name, writingFacts(it)] as const)
    return [location, facts.filter(([, them]) => Object.keys(them).length > 0)] as const
  }).filter(([, facts]) => facts.length > 0)
  if (locations.length === 0) return {}
  return { styles: Object.fromEntries(locations.map(([location, it]) => [location, Object.fromEntries(it)])) }
}

function writingFacts(parameter: Parameter): JsonObject {
  const { style, explode, allowReserved, reading } = parameter
  return {
    ...styleFacts(parameter),
    // The names of an object's members are written as those of parameters only where that is said.
    ...(style === 'form' && explode && reading.object && { explode }),
    ...(allowReserved && { allowReserved }),
  }
}
