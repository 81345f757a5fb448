import { isDateTime } from '../validators/formats/date-time.js'
import { hasDateTime } from '../validators/value-types.js'
import type { Codec } from './codec.js'

/** A `date-time` (RFC 3339, 5.6) as a `Date`. What is finer than a millisecond is lost. */
export const dateTime: Codec = {
  read: (json) => (typeof json === 'string' && isDateTime(json) ? (dateOf(json) ?? json) : json),
}

/** The point in time; undefined if its offset moves it out of the years that have a text. */
function dateOf(text: string): Date | undefined {
  // A `Date` has no leap seconds. Of the second before, it is that one.
  const date = new Date(text.toUpperCase().replace(/(?<=T\d\d:\d\d:)60/, '59'))
  return hasDateTime(date) ? date : undefined
}
