import { ResponseTooLargeError } from './response-too-large-error.js'

/** A part of a body: bytes, typed as the platform's types have it. */
export type Chunk = NonNullable<Response['body']> extends ReadableStream<infer Part> ? Part : never

/** How a body is read: at once, or of its chunks where their size had to be watched. */
interface Reading<T> {
  readonly whole: (response: Response) => Promise<T>
  readonly joined: (chunks: readonly Chunk[]) => T
}

/**
 * Reads a body to its end, and no further than `limit` bytes of what it decodes to: a small compressed body may be a very large one.
 * @throws ResponseTooLargeError if it is larger.
 */
export async function boundedBody<T>(
  response: Response,
  limit: number,
  { whole, joined }: Reading<T>,
): Promise<T> {
  const { body, headers } = response
  if (body === null || limit === Infinity) return whole(response)
  const length = headers.get('Content-Length')
  // A body that is not encoded is as long as its header says (RFC 9112, 6.2).
  const isMeasured = length !== null && !headers.has('Content-Encoding')
  if (isMeasured && Number(length) <= limit) return whole(response)
  if (!isMeasured) {
    const chunks = await boundedChunks(body, limit)
    if (chunks !== undefined) return joined(chunks)
  }
  // What is left of it, if anything, is not wanted; that it cannot be cancelled either changes nothing.
  if (!body.locked) void body.cancel().catch(() => undefined)
  throw new ResponseTooLargeError(response, limit)
}

/** The chunks of a stream, `undefined` if there are more than `limit` bytes in them. */
async function boundedChunks(
  body: NonNullable<Response['body']>,
  limit: number,
): Promise<Chunk[] | undefined> {
  const reader = body.getReader()
  const chunks: Chunk[] = []
  let size = 0
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one part comes after the other
    const { done, value } = await reader.read()
    if (done) return chunks
    size += value.byteLength
    if (size > limit) {
      void reader.cancel().catch(() => undefined)
      return undefined
    }
    chunks.push(value)
  }
}
