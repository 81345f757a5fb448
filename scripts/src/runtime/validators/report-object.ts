import { addIssue, entry, type Place } from './place.js'
import { quantity } from './show.js'
import { countProperties } from './types.js'

/** `required` */
export function reportRequired(place: Place, schemaPath: string, missingProperty: string): void {
  addIssue(place, 'required', schemaPath, `must have the property ${JSON.stringify(missingProperty)}`, {
    missingProperty,
  })
}

/** `dependentRequired` */
export function reportDependentRequired(
  place: Place,
  schemaPath: string,
  property: string,
  missingProperty: string,
): void {
  const expected = `must have the property ${JSON.stringify(missingProperty)}`
  const params = { property, missingProperty }
  addIssue(
    place,
    'dependentRequired',
    schemaPath,
    `${expected} because it has ${JSON.stringify(property)}`,
    params,
  )
}

/** `false` under `additionalProperties` or `unevaluatedProperties`; the place of the issue is that of the property. */
export function reportUnknown(
  place: Place,
  schemaPath: string,
  keyword: string,
  unknownProperty: string,
): void {
  addIssue(entry(place, unknownProperty), keyword, schemaPath, 'is not a known property', { unknownProperty })
}

type Properties = Readonly<Record<string, unknown>>

/** `minProperties` */
export function reportMinProperties(
  place: Place,
  schemaPath: string,
  minProperties: number,
  value: Properties,
): void {
  const expected = `must have at least ${quantity(minProperties, 'property', 'properties')}`
  addIssue(place, 'minProperties', schemaPath, `${expected}, but has ${countProperties(value)}`, {
    minProperties,
  })
}

/** `maxProperties` */
export function reportMaxProperties(
  place: Place,
  schemaPath: string,
  maxProperties: number,
  value: Properties,
): void {
  const expected = `must have at most ${quantity(maxProperties, 'property', 'properties')}`
  addIssue(place, 'maxProperties', schemaPath, `${expected}, but has ${countProperties(value)}`, {
    maxProperties,
  })
}
