import { boundedBody, type Chunk } from './bounded-body.js'

/**
 * Reads a body to its end as UTF-8, and no further than `limit` bytes.
 * @throws ResponseTooLargeError if it is larger.
 */
export function responseText(response: Response, limit = Infinity): Promise<string> {
  return boundedBody(response, limit, { whole: (it) => it.text(), joined: decoded })
}

function decoded(chunks: readonly Chunk[]): string {
  const decoder = new TextDecoder()
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode()
}
