import { concreteType } from '../../client/media-type.js'
import type { WriteBody } from '../../client/written-body.js'
import { jsonTextOf } from '../json-text.js'

/** Writes any value as JSON, a date as its text and a bigint as a number. */
export const writeJsonValues: WriteBody = (value, mediaType) => {
  const body = jsonTextOf(value)
  if (body === undefined) throw new TypeError(`The body cannot be JSON: it is of type ${typeof value}`)
  return { body, type: concreteType(mediaType, 'application/json') }
}
