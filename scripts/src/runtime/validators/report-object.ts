import { addIssue, entry, type Place } from './place.js'
import { quantity } from './show.js'
import { countProperties } from './types.js'

/** `required` */
export function reportRequired(place: Place, missingProperty: string): void {
  addIssue(place, 'required', `must have the property ${JSON.stringify(missingProperty)}`, {
    missingProperty,
  })
}

/** `dependentRequired` */
export function reportDependentRequired(place: Place, property: string, missingProperty: string): void {
  const expected = `must have the property ${JSON.stringify(missingProperty)}`
  const params = { property, missingProperty }
  addIssue(place, 'dependentRequired', `${expected} because it has ${JSON.stringify(property)}`, params)
}

/** `false` under `additionalProperties` or `unevaluatedProperties`; the place of the issue is that of the property. */
export function reportUnknown(place: Place, keyword: string, unknownProperty: string): void {
  addIssue(entry(place, unknownProperty, ''), keyword, 'is not a known property', { unknownProperty })
}

type Properties = Readonly<Record<string, unknown>>

/** `minProperties` */
export function reportMinProperties(place: Place, minProperties: number, value: Properties): void {
  const expected = `must have at least ${quantity(minProperties, 'property', 'properties')}`
  addIssue(place, 'minProperties', `${expected}, but has ${countProperties(value)}`, { minProperties })
}

/** `maxProperties` */
export function reportMaxProperties(place: Place, maxProperties: number, value: Properties): void {
  const expected = `must have at most ${quantity(maxProperties, 'property', 'properties')}`
  addIssue(place, 'maxProperties', `${expected}, but has ${countProperties(value)}`, { maxProperties })
}
