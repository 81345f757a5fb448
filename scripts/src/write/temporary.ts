import { randomBytes } from 'node:crypto'
import { posix } from 'node:path'

/** A new path beside `path` for content that is not complete yet. It is hidden, so that no compiler or bundler picks it up. */
export function temporaryBeside(path: string): string {
  return posix.join(posix.dirname(path), `.strata-${randomBytes(6).toString('hex')}`)
}

/** Whether the file name is one that {@link temporaryBeside} makes. */
export function isTemporary(name: string): boolean {
  return /^\.strata-[0-9a-f]{12}$/.test(name)
}
