import type { Input } from '../../client/operation.js'
import type { WriteBody } from '../../client/written-body.js'
import { asTexts, membersAsTexts } from '../as-texts.js'

/** Has a body of texts, such as a form, be written of values that JSON does not have. */
export function encoded(write: WriteBody): WriteBody {
  return (value, mediaType) => write(asTexts(value), mediaType)
}

/** What a caller gives, its parameters as texts. */
export function encodedParameters(given: Input | undefined): Input | undefined {
  if (given === undefined) return undefined
  const { body, contentType, ...parameters } = given
  return {
    ...membersAsTexts(parameters),
    ...(body !== undefined && { body }),
    ...(contentType !== undefined && { contentType }),
  }
}
