import { concreteType } from './media-type.js'
import type { WriteBody } from './written-body.js'

/** Writes a string as it is, in UTF-8. */
export const writeText: WriteBody = (value, mediaType) => {
  if (typeof value !== 'string')
    throw new TypeError(`The body must be a string, but is of type ${typeof value}`)
  return { body: value, type: concreteType(mediaType, 'text/plain') }
}
