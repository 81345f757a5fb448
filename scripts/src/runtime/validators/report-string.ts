import { lengthOf } from './length.js'
import { addIssue, type Place } from './place.js'
import { quantity, show } from './show.js'

/** `minLength` */
export function reportMinLength(place: Place, schemaPath: string, minLength: number, value: string): void {
  const expected = `must have at least ${quantity(minLength, 'character')}`
  addIssue(place, 'minLength', schemaPath, `${expected}, but has ${lengthOf(value)}`, { minLength })
}

/** `maxLength` */
export function reportMaxLength(place: Place, schemaPath: string, maxLength: number, value: string): void {
  const expected = `must have at most ${quantity(maxLength, 'character')}`
  addIssue(place, 'maxLength', schemaPath, `${expected}, but has ${lengthOf(value)}`, { maxLength })
}

/** `pattern` */
export function reportPattern(place: Place, schemaPath: string, pattern: string, value: string): void {
  addIssue(place, 'pattern', schemaPath, `must match the pattern ${pattern}, but is ${show(value)}`, {
    pattern,
  })
}

/** `format` */
export function reportFormat(place: Place, schemaPath: string, format: string, value: string | number): void {
  addIssue(place, 'format', schemaPath, `must have the format ${format}, but is ${show(value)}`, { format })
}
