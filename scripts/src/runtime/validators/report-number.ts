import { addIssue, type Place } from './place.js'

/** `minimum` */
export function reportMinimum(place: Place, schemaPath: string, minimum: number, value: number): void {
  addIssue(place, 'minimum', schemaPath, `must be at least ${minimum}, but is ${value}`, { minimum })
}

/** `maximum` */
export function reportMaximum(place: Place, schemaPath: string, maximum: number, value: number): void {
  addIssue(place, 'maximum', schemaPath, `must be at most ${maximum}, but is ${value}`, { maximum })
}

/** `exclusiveMinimum` */
export function reportExclusiveMinimum(
  place: Place,
  schemaPath: string,
  exclusiveMinimum: number,
  value: number,
): void {
  addIssue(
    place,
    'exclusiveMinimum',
    schemaPath,
    `must be greater than ${exclusiveMinimum}, but is ${value}`,
    {
      exclusiveMinimum,
    },
  )
}

/** `exclusiveMaximum` */
export function reportExclusiveMaximum(
  place: Place,
  schemaPath: string,
  exclusiveMaximum: number,
  value: number,
): void {
  addIssue(place, 'exclusiveMaximum', schemaPath, `must be less than ${exclusiveMaximum}, but is ${value}`, {
    exclusiveMaximum,
  })
}

/** `multipleOf` */
export function reportMultipleOf(place: Place, schemaPath: string, multipleOf: number, value: number): void {
  addIssue(place, 'multipleOf', schemaPath, `must be a multiple of ${multipleOf}, but is ${value}`, {
    multipleOf,
  })
}
