import { addIssue, type Place } from './place.js'

/** `minimum` */
export function reportMinimum(place: Place, minimum: number, value: number): void {
  addIssue(place, 'minimum', `must be at least ${minimum}, but is ${value}`, { minimum })
}

/** `maximum` */
export function reportMaximum(place: Place, maximum: number, value: number): void {
  addIssue(place, 'maximum', `must be at most ${maximum}, but is ${value}`, { maximum })
}

/** `exclusiveMinimum` */
export function reportExclusiveMinimum(place: Place, exclusiveMinimum: number, value: number): void {
  addIssue(place, 'exclusiveMinimum', `must be greater than ${exclusiveMinimum}, but is ${value}`, {
    exclusiveMinimum,
  })
}

/** `exclusiveMaximum` */
export function reportExclusiveMaximum(place: Place, exclusiveMaximum: number, value: number): void {
  addIssue(place, 'exclusiveMaximum', `must be less than ${exclusiveMaximum}, but is ${value}`, {
    exclusiveMaximum,
  })
}

/** `multipleOf` */
export function reportMultipleOf(place: Place, multipleOf: number, value: number): void {
  addIssue(place, 'multipleOf', `must be a multiple of ${multipleOf}, but is ${value}`, { multipleOf })
}
