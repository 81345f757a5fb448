/** A function for each keyword that reports that a value breaks it: what was expected, and what was found. */
import { addIssue, type Place } from './place.js'
import { show, typeName } from './show.js'

const NOUNS: Readonly<Record<string, string>> = {
  null: 'null',
  object: 'an object',
  array: 'an array',
  integer: 'an integer',
}

/** `type` */
export function reportType(place: Place, types: string | readonly string[], value: unknown): void {
  const nouns = [types].flat().map((type) => NOUNS[type] ?? `a ${type}`)
  const expected = nouns.length < 2 ? nouns.join() : `${nouns.slice(0, -1).join(', ')} or ${nouns.at(-1)}`
  addIssue(place, 'type', `must be ${expected}, but is ${typeName(value)}`, { type: types })
}

/** `enum` */
export function reportEnum(place: Place, allowedValues: readonly unknown[], value: unknown): void {
  const shown = allowedValues.map((item) => JSON.stringify(item)).join(', ')
  addIssue(place, 'enum', `must be one of ${shown}, but is ${show(value)}`, { allowedValues })
}

/** `const` */
export function reportConst(place: Place, allowedValue: unknown, value: unknown): void {
  addIssue(place, 'const', `must be ${JSON.stringify(allowedValue)}, but is ${show(value)}`, { allowedValue })
}

/** The `false` schema */
export function reportFalse(place: Place): void {
  addIssue(place, 'false', 'must be absent')
}

/** `not` */
export function reportNot(place: Place): void {
  addIssue(place, 'not', 'must not match the schema under "not"')
}
