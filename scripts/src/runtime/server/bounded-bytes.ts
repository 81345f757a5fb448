import { RefusedError } from './refusal.js'

/** Bytes that come in chunks, of which no more are held than may be: they are put together as they come, for a chunk may be one byte. */
export class BoundedBytes {
  readonly #maxBytes: number
  #buffer = new Uint8Array(0)
  #size = 0

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  /** @throws RefusedError if there are too many. */
  add(chunk: Uint8Array): void {
    const size = this.#size + chunk.byteLength
    if (size > this.#maxBytes) refuseSize(this.#maxBytes)
    if (size > this.#buffer.byteLength) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#buffer.byteLength))
      larger.set(this.#buffer.subarray(0, this.#size))
      this.#buffer = larger
    }
    this.#buffer.set(chunk, this.#size)
    this.#size = size
  }

  /** Gives all that was added since the last time. Its type is left to the platform, of whose versions not all know of which buffer. */
  take() {
    const bytes = this.#buffer.subarray(0, this.#size)
    this.#buffer = new Uint8Array(0)
    this.#size = 0
    return bytes
  }
}

/** Stops with a body that is too large. */
export function refuseSize(maxBodyBytes: number): never {
  const message = `The body has more than ${maxBodyBytes} bytes`
  throw new RefusedError({ kind: 'body-too-large', status: 413, headers: {}, message, maxBodyBytes })
}
