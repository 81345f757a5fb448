import { crc32 } from 'node:zlib'
import { Deflate } from 'pako'

/**
 * Header (RFC 1952, 2.3.1): no flags, no time, the slowest and best compression, an unknown system. Python's `gzip` writes the same
 * on every system.
 */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 0xff)

/**
 * Compresses as Python's `gzip` does, to the byte. What Node's own zlib makes of the same bytes depends on its version and on the
 * processor, and so would the hash of it.
 */
export async function* gzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const deflate = new Deflate({ level: 9, raw: true, legacyHash: true })
  const compressed: Uint8Array[] = [HEADER]
  deflate.onData = (chunk) => compressed.push(chunk)
  let crc = 0
  let size = 0
  for await (const chunk of source) {
    crc = crc32(chunk, crc)
    size += chunk.length
    deflate.push(chunk)
    yield* compressed.splice(0)
  }
  deflate.push(new Uint8Array(), true)
  yield* compressed
  yield trailer(crc, size)
}

function trailer(crc: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(crc, 0)
  bytes.writeUInt32LE(size % 2 ** 32, 4)
  return bytes
}
