import { createHash } from 'node:crypto'

/** A hash in hexadecimal, to go behind a `_`: no name that is spelled from text of the document ends so. */
export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
