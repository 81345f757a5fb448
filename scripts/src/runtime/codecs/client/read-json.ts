import { MalformedResponseError } from '../../client/malformed-response-error.js'
import type { ReadBody } from '../../client/response-body.js'
import { responseText } from '../../client/response-text.js'
import type { Codec } from '../codec.js'
import { decodeJson } from '../decode-json.js'

/** Makes the reader of a body that is JSON of which values are converted. */
export function jsonReader(codec: Codec, read = decodeJson): ReadBody {
  return async (response, limit) => {
    const text = await responseText(response, limit)
    if (text === '') return undefined
    try {
      return read(text, codec)
    } catch {
      throw new MalformedResponseError(response, text)
    }
  }
}
