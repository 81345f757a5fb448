import { readText } from '../../client/read-text.js'
import type { ReadBody } from '../../client/response-body.js'
import type { Codec } from '../codec.js'
import { decode } from '../decode.js'

/** Makes the reader of a body that is the text of a value. */
export function textReader(codec: Codec): ReadBody {
  return async (response, limit) => decode(codec, await readText(response, limit), { isText: true })
}
