import { decodeEscapes } from '../reading/escapes.js'

/** The names and values of a `Cookie` header, without the quotes that may stand around a value (RFC 6265, 4.2.1). */
export function cookieEntries(header: string | null): [name: string, raw: string][] {
  return (header ?? '').split(';').flatMap((pair) => {
    const separator = pair.indexOf('=')
    if (separator === -1) return []
    const value = pair
      .slice(separator + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1')
    return [[pair.slice(0, separator).trim(), value]]
  })
}

/** The text of a cookie's value. Few are percent-encoded, so where an escape is malformed the value stays as it is. */
export function decodeCookie(raw: string): string {
  return decodeEscapes(raw) ?? raw
}
