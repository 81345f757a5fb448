import { createHash } from 'node:crypto'

/** A hash in hexadecimal, to go behind a `_`: no name that is spelled from text of the document ends so. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const SHORTEST = 4

/** A hash for each of some distinct texts, no longer than tells them apart. */
export function shortHashes(texts: readonly string[]): ReadonlyMap<string, string> {
  for (let length = SHORTEST; ; length += 1) {
    const hashes = texts.map((text) => [text, hash(text).slice(0, length)] as const)
    if (new Set(hashes.map(([, short]) => short)).size === texts.length) return new Map(hashes)
  }
}
