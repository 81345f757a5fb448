import { MalformedResponseError } from '../../client/malformed-response-error.js'
import type { ReadBody } from '../../client/response-body.js'
import { streamItems } from '../../client/stream-items.js'
import type { Codec } from '../codec.js'
import { type DecodeJson, decodeJson } from '../decode-json.js'

/** Makes the reader of a stream of values that are each JSON on a line of its own; empty lines are none. */
export function jsonLinesReader(codec: Codec, read = decodeJson): ReadBody {
  return (response, limit = Infinity) => {
    const line = (text: string) => (text.trim() === '' ? [] : [decodedItem(text, response, codec, read)])
    return Promise.resolve(streamItems(response, limit, { end: 'lf', line, rest: line }))
  }
}

/**
 * An item of a stream that is JSON.
 * @throws MalformedResponseError if it is not.
 */
export function decodedItem(text: string, response: Response, codec: Codec, read: DecodeJson): unknown {
  try {
    return read(text, codec)
  } catch {
    throw new MalformedResponseError(response, text, { part: 'An item of the response' })
  }
}
