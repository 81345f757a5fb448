import type { Validate } from '../../server/validate.js'
import type { Codec } from '../codec.js'
import { decode } from '../decode.js'

/**
 * Makes the check of parameters whose values are converted. The object of the locations is a new one that nobody has got yet, so what is
 * converted takes the place of what was read.
 */
export function decodedParameters(validate: Validate, codec: Codec): Validate {
  return (values) => validate(Object.assign(values as object, decode(codec, values, { isText: true })))
}
