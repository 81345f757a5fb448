import { lengthOf } from './length.js'
import { addIssue, type Place } from './place.js'
import { quantity, show } from './show.js'

/** `minLength` */
export function reportMinLength(place: Place, minLength: number, value: string): void {
  const expected = `must have at least ${quantity(minLength, 'character')}`
  addIssue(place, 'minLength', `${expected}, but has ${lengthOf(value)}`, { minLength })
}

/** `maxLength` */
export function reportMaxLength(place: Place, maxLength: number, value: string): void {
  const expected = `must have at most ${quantity(maxLength, 'character')}`
  addIssue(place, 'maxLength', `${expected}, but has ${lengthOf(value)}`, { maxLength })
}

/** `pattern` */
export function reportPattern(place: Place, pattern: string, value: string): void {
  addIssue(place, 'pattern', `must match the pattern ${pattern}, but is ${show(value)}`, { pattern })
}

/** `format` */
export function reportFormat(place: Place, format: string, value: string | number): void {
  addIssue(place, 'format', `must have the format ${format}, but is ${show(value)}`, { format })
}
