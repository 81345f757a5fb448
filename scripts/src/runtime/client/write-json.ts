import { concreteType } from './media-type.js'
import type { WriteBody } from './written-body.js'

/** Writes any value as JSON. */
export const writeJson: WriteBody = (value, mediaType) => {
  const body: string | undefined = JSON.stringify(value)
  if (body === undefined) throw new TypeError(`The body cannot be JSON: it is of type ${typeof value}`)
  return { body, type: concreteType(mediaType, 'application/json') }
}
