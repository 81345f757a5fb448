import { RefusedError } from './refusal.js'

/** Bytes that come in chunks, of which no more are held than may be. */
export class BoundedBytes {
  readonly #maxBytes: number
  #chunks: Uint8Array[] = []
  #size = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** @throws RefusedError if there are too many. */
  add(chunk: Uint8Array): void {
    this.#size += chunk.byteLength
    if (this.#size > this.#maxBytes) refuseSize(this.#maxBytes)
    this.#chunks.push(chunk)
  }

  /** Gives all that was added since the last time. Its type is left to the platform, of whose versions not all know of which buffer. */
  take() {
    const bytes = new Uint8Array(this.#size)
    let at = 0
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at)
      at += chunk.byteLength
    }
    this.#chunks = []
    this.#size = 0
    return bytes
  }
}

/** Stops with a body that is too large. */
export function refuseSize(maxBodyBytes: number): never {
  const message = `The body has more than ${maxBodyBytes} bytes`
  throw new RefusedError({ kind: 'body-too-large', status: 413, headers: {}, message, maxBodyBytes })
}
