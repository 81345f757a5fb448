import { decodeEscapes } from './query.js'

/**
 * The values of the cookie `name` in a `Cookie` header, without the quotes that may stand around them (RFC 6265, 4.2.1). Few
 * cookies are percent-encoded, so where an escape is malformed the value stays as it is.
 */
export function cookieValues(header: string | null, name: string): string[] {
  return (header ?? '').split(';').flatMap((pair) => {
    const separator = pair.indexOf('=')
    if (separator === -1 || pair.slice(0, separator).trim() !== name) return []
    const value = pair
      .slice(separator + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1')
    return [decodeEscapes(value) ?? value]
  })
}
