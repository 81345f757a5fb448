import { ResponseTooLargeError } from './response-too-large-error.js'

/**
 * Reads a body to its end as UTF-8, and no further than `limit` bytes of what it decodes to: a small compressed body may be a
 * very large text.
 * @throws ResponseTooLargeError if it is larger.
 */
export async function responseText(response: Response, limit = Infinity): Promise<string> {
  const { body, headers } = response
  if (body === null || limit === Infinity) return response.text()
  const length = headers.get('Content-Length')
  // A body that is not encoded is as long as its header says (RFC 9112, 6.2).
  const isMeasured = length !== null && !headers.has('Content-Encoding')
  if (isMeasured && Number(length) <= limit) return response.text()
  if (!isMeasured) {
    const text = await boundedText(body, limit)
    if (text !== undefined) return text
  }
  // What is left of it, if anything, is not wanted; that it cannot be cancelled either changes nothing.
  if (!body.locked) void body.cancel().catch(() => undefined)
  throw new ResponseTooLargeError(response, limit)
}

/** The text of a stream, `undefined` if there is more of it than `limit` bytes. */
async function boundedText(body: ReadableStream<Uint8Array>, limit: number): Promise<string | undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one part comes after the other
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > limit) {
      void reader.cancel().catch(() => undefined)
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
