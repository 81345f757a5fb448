import { type Code, code, identifier, join, literal } from '../../../emit/index.js'
import { escapeToken } from '../../../json.js'
import type { Where } from '../facet.js'
import { helper } from '../runtime.js'

const at = identifier('at')

/** The place that a function was called for. */
export const here: Where = { place: at, argument: at, isStep: false }

/** The variables of a function that lead to its place. */
const [within, step] = [identifier('within'), identifier('step')]

/** The place that a function was called for where it is not in a variable. */
export const called: Where = {
  place: code`${helper('place', 'placeIn')}(${within}, ${step})`,
  argument: join([within, step], ', '),
  isStep: true,
}

/** The statement that puts the place that a function was called for in a variable. */
export const declarePlace: Code = code`const ${at} = ${called.place}`

/** Where a property is. */
export function atProperty(name: string): Where {
  return escapeToken(name) === name ? further(literal(name)) : atKey(literal(name))
}

/** Where an item is. */
export function atItem(index: Code): Where {
  return further(index)
}

/** Where a property is whose name a JSON Pointer may have to escape. */
export function atKey(key: Code): Where {
  const place = code`${helper('place', 'entry')}(${at}, ${key})`
  return { place, argument: place, isStep: false }
}

function further(key: Code): Where {
  const argument = code`${at}, ${key}`
  return { place: code`${helper('place', 'placeIn')}(${argument})`, argument, isStep: true }
}
