import { type Code, code, identifier, join, literal } from '../../../emit/index.js'
import { escapeToken } from '../../../json.js'
import type { Schema } from '../../../model/types.js'
import { schemaUri, type Where } from '../facet.js'
import { helper } from '../runtime.js'

const at = identifier('at')

/** The place that a function was called for. */
export const here: Where = { place: at, argument: at, isStep: false }

/** The variables of a function that lead to its place. */
const [within, step] = [identifier('within'), identifier('step')]

/** The arguments with which a function calls itself for the same place. */
export const sameArguments: Code = join([within, step], ', ')

/** The statement that declares the place of a function for a schema. */
export function declarePlace(schema: Schema): Code {
  return code`const ${at} = ${helper('place', 'placeIn')}(${within}, ${literal(schemaUri(schema))}, ${step})`
}

/** Where a property is, which the schema of the object names. */
export function atProperty(name: string, owner: Schema, schema: Schema): Where {
  const isPlain = escapeToken(name) === name && schemaUri(schema) === `${schemaUri(owner)}/properties/${name}`
  return isPlain ? further(literal(name), 'property') : atPart(literal(name), schema)
}

/** Where an item is. */
export function atItem(index: Code, owner: Schema, schema: Schema): Where {
  const isPlain = schemaUri(schema) === `${schemaUri(owner)}/items`
  return isPlain ? further(index, 'itemAt') : atPart(index, schema)
}

/** Where any property or item is. */
export function atPart(key: Code, schema: Schema): Where {
  const place = code`${helper('place', 'part')}(${at}, ${key}, ${literal(schemaUri(schema))})`
  return { place, argument: place, isStep: false }
}

function further(key: Code, name: string): Where {
  const argument = code`${at}, ${key}`
  return { place: code`${helper('place', name)}(${argument})`, argument, isStep: true }
}
