import type { ReadHeaders } from '../../client/operation.js'
import type { Codec } from '../codec.js'
import { decode } from '../decode.js'

/** Has header fields be read, and their values converted. */
export function decodedHeaders(read: ReadHeaders, codec: Codec): ReadHeaders {
  // Fields stay an object by name.
  return (response) => decode(codec, read(response), { isText: true }) as ReturnType<ReadHeaders>
}
