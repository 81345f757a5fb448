import type { BodyContent, ContentFormat } from './content-format.js'

/** Bytes that a handler can answer with. A stream is sent as it comes. */
export type Bytes = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>

/** Bytes, as they are. */
export const binaryFormat: ContentFormat = {
  mediaType: 'application/octet-stream',
  write: (body) => {
    if (isBytes(body)) return body
    throw new TypeError('A body of bytes must be a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream')
  },
}

/** Whether a `Response` takes a value as bytes; of a `Uint8Array`, some versions of its types want more to be known than it has to be. */
function isBytes(value: unknown): value is BodyContent & Bytes {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((type) => value instanceof type)
}
