import { type Code, code, identifier, join, literal } from '../../../emit/index.js'
import { escapeToken } from '../../../json.js'
import type { Schema } from '../../../model/types.js'
import type { Where } from '../facet.js'
import { helper } from '../runtime.js'
import { SchemaPath } from '../schema-path.js'

const at = identifier('at')

/** The place that a function for a schema was called for. */
export function here(schema: Schema): Where {
  return { place: at, argument: at, schemaPath: new SchemaPath(schema) }
}

/** What leads a function to its place. */
export const placeArguments: Code = join([identifier('within'), identifier('step')], ', ')

const calledPlace = code`${helper('place', 'placeIn')}(${placeArguments})`

/** The place that a function for a schema was called for where it is not in a variable. */
export function called(schema: Schema): Where {
  return { place: calledPlace, argument: placeArguments, schemaPath: new SchemaPath(schema) }
}

/** The statement that puts the place that a function was called for in a variable. */
export const declarePlace: Code = code`const ${at} = ${calledPlace}`

/** Whether there may be more issues, so that a loop goes on. */
export const notFull: Code = code`!${helper('place', 'isFull')}(${at})`

/** Where a property is. */
export function atProperty(owner: Where, name: string): Where {
  return escapeToken(name) === name ? further(owner, literal(name)) : atKey(owner, literal(name))
}

/** Where an item is. */
export function atItem(owner: Where, index: Code): Where {
  return further(owner, index)
}

/** Where a property is whose name a JSON Pointer may have to escape. */
export function atKey({ schemaPath }: Where, key: Code): Where {
  const place = code`${helper('place', 'entry')}(${at}, ${key})`
  return { place, argument: place, schemaPath }
}

function further({ schemaPath }: Where, key: Code): Where {
  const argument = code`${at}, ${key}`
  return { place: code`${helper('place', 'placeIn')}(${argument})`, argument, schemaPath }
}
