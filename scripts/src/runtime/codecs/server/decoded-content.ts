import { checkedBody, type ReadContent } from '../../server/incoming-body.js'
import type { Codec } from '../codec.js'
import { decode } from '../decode.js'

/** Has a body of texts, such as a form, be read, its values converted, and the result checked. */
export function decodedContent(read: ReadContent, codec: Codec): ReadContent {
  return async (body, validate) => {
    const found = await read(body, () => ({}))
    return found && checkedBody(decode(codec, found.value, { isText: true }), validate)
  }
}
