import { ConfigurationError } from '../errors/configuration-error.js'
import type { Redact } from '../redact.js'

/** What the URL standard takes as "this" or "the parent" segment, and an empty one, which may be dropped on the way. */
const SPECIAL = /^(?:\.|%2e){0,2}$/i
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * A name as one segment of a URL's path.
 * @throws ConfigurationError if it would lead elsewhere.
 */
export function proxySegment(name: string, redact: Redact): string {
  const isSafe = typeof name === 'string' && !SPECIAL.test(name) && !/[/\\]|\p{Surrogate}/u.test(name)
  if (isSafe) return encodeURIComponent(name)
  throw new ConfigurationError(
    `${redact(String(JSON.stringify(name)))} cannot be the name of an agent or the id of a session`,
  )
}

/**
 * A path of the bot's own web server as part of a URL: each of its segments percent-encoded, so that it is the path which the bot
 * sees, and none other.
 * @throws ConfigurationError if it would lead elsewhere.
 */
export function proxyPath(path: string, redact: Redact): string {
  const refused = (reason: string) =>
    new ConfigurationError(`The path ${redact(String(JSON.stringify(path)))} cannot be requested: ${reason}`)
  if (typeof path !== 'string') throw refused('it must be a string')
  const [, inner = '', end = ''] = /^\/?(.*?)(\/?)$/s.exec(path) ?? []
  const segments = inner.split('/')
  if (LONE_SURROGATE.test(path)) throw refused('it holds one half of a surrogate pair')
  if (segments.some((segment) => SPECIAL.test(segment) || segment.includes('\\'))) {
    throw refused('none of its segments may be empty, `.` or `..`, or hold a backslash')
  }
  return segments.map(encodeURIComponent).join('/') + end
}
