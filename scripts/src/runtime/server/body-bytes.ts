import { abandon } from './abandon.js'
import { BoundedBytes, refuseSize } from './bounded-bytes.js'
import type { IncomingBody } from './incoming-body.js'
import { refuseMalformed } from './refusal.js'

/**
 * All bytes of a body.
 * @throws RefusedError as soon as there are too many.
 */
export async function readBytes({
  stream,
  length,
  maxBytes,
}: IncomingBody): Promise<ReturnType<BoundedBytes['take']>> {
  if (length > maxBytes) refuseSize(maxBytes)
  const bytes = new BoundedBytes(maxBytes)
  const write = (chunk: Uint8Array): void => bytes.add(chunk)
  await stream.pipeTo(new WritableStream({ write }), { preventCancel: true }).catch((error: unknown) => {
    abandon(stream)
    throw error
  })
  return bytes.take()
}

/**
 * The text of a body.
 * @throws RefusedError if it is too large, or not UTF-8.
 */
export async function readBodyText(body: IncomingBody): Promise<string> {
  return decodeUtf8(await readBytes(body))
}

/**
 * The text of bytes of a body.
 * @throws RefusedError if they are not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuseMalformed('body', 'The body is not UTF-8')
  }
}
