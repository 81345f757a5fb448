import { concreteType, matches } from './media-type.js'
import type { WriteBody, WrittenBody } from './written-body.js'

/** Bytes to send. A stream is sent as it comes, and can be sent once. */
export type BinaryBody = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>

/**
 * Writes bytes as they are. Their media type is that of a `Blob` where the document's takes it in, since it may say more: the boundary
 * of `multipart/mixed`, one of the types of a range.
 */
export const writeBinary: WriteBody = (value, mediaType) => {
  if (!isBinary(value)) {
    throw new TypeError('The body must be a Blob, an ArrayBuffer, a Uint8Array or a ReadableStream')
  }
  const own = value instanceof Blob ? value.type : ''
  const isOwn = own !== '' && (mediaType === undefined || matches(own, mediaType))
  return { body: value, type: isOwn ? own : concreteType(mediaType, 'application/octet-stream') }
}

/** Whether `fetch` takes a value as bytes; of a `Uint8Array`, some versions of its types want more to be known than it has to be. */
function isBinary(value: unknown): value is WrittenBody['body'] & BinaryBody {
  return [Blob, ArrayBuffer, Uint8Array, ReadableStream].some((type) => value instanceof type)
}
