import { createHash } from 'node:crypto'

/** How many ids were made, so that a saved state goes on where it was left. */
export interface IdCount {
  count: number
}

/** Makes a function that returns another UUID each time it is called: the same ones in the same order for the same seed. */
export function createUuidSource(seed: string, ids: IdCount = { count: 0 }): () => string {
  return () => {
    ids.count += 1
    return toUuid(createHash('sha256').update(`${seed}/${ids.count}`).digest())
  }
}

/** A UUID of version 4, which is what the API's ids look like, of the first 16 bytes (RFC 9562, 5.4). */
function toUuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const digits = bytes.toString('hex', 0, 16)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
