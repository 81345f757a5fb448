/** The shipped functions that generated validators call. */
import { type Code, imported, importedType } from '../../emit/index.js'

const FOLDER = 'runtime/validators/'

/** A function of a shipped module. */
export function helper(file: string, name: string): Code {
  return imported(`${FOLDER}${file}.ts`, name)
}

export const isObject = helper('types', 'isObject')
export const isArray = helper('types', 'isArray')
export const isNumber = helper('types', 'isNumber')
export const isInteger = helper('types', 'isInteger')

/** Whether a variable occurs in code. */
export function isUsed(variable: Code, uses: Code): boolean {
  return uses.text.includes(variable.text)
}

/** The type of the place that a check is given. */
export const placeType = importedType(`${FOLDER}place.ts`, 'Place')

/** The type of a step from one place to another. */
export const stepType = importedType(`${FOLDER}place.ts`, 'Step')
