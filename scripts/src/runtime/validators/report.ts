/** A function for each keyword that reports that a value breaks it: what was expected, and what was found. */
import { addIssue, type Place } from './place.js'
import { listOf, show, typeName } from './show.js'

const NOUNS: Readonly<Record<string, string>> = {
  null: 'null',
  object: 'an object',
  array: 'an array',
  integer: 'an integer',
}

/** A type for a message: `an object`. */
export function nounOf(type: string): string {
  return NOUNS[type] ?? `a ${type}`
}

/** `type` */
export function reportType(
  place: Place,
  schemaPath: string,
  types: string | readonly string[],
  value: unknown,
): void {
  const expected = typeof types === 'string' ? nounOf(types) : listOf(types.map(nounOf))
  addIssue(place, 'type', schemaPath, `must be ${expected}, but is ${typeName(value)}`, { type: types })
}

/** `enum` */
export function reportEnum(
  place: Place,
  schemaPath: string,
  allowedValues: readonly unknown[],
  value: unknown,
): void {
  const shown = allowedValues.map((item) => JSON.stringify(item)).join(', ')
  addIssue(place, 'enum', schemaPath, `must be one of ${shown}, but is ${show(value)}`, { allowedValues })
}

/** `const` */
export function reportConst(place: Place, schemaPath: string, allowedValue: unknown, value: unknown): void {
  addIssue(place, 'const', schemaPath, `must be ${JSON.stringify(allowedValue)}, but is ${show(value)}`, {
    allowedValue,
  })
}

/** The `false` schema */
export function reportFalse(place: Place, schemaPath: string): void {
  addIssue(place, 'false', schemaPath, 'must be absent')
}

/** `not` */
export function reportNot(place: Place, schemaPath: string): void {
  addIssue(place, 'not', schemaPath, 'must not match the schema under "not"')
}
