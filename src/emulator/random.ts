import { createHash } from 'node:crypto'

/** Makes a function that returns numbers from 0 up to but not including 1: the same ones in the same order for the same seed. */
export function createRandom(seed: string): () => number {
  let count = 0
  return () => {
    count += 1
    return createHash('sha256').update(`${seed}/${count}`).digest().readUIntBE(0, 6) / 2 ** 48
  }
}
