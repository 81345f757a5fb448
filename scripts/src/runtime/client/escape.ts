const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Text as a component of a URL: all but unreserved characters percent-encoded (RFC 3986, 2.1 and 2.3; RFC 6570, 3.2.1).
 * @throws TypeError if it holds one half of a surrogate pair.
 */
export function urlComponent(name: string, text: string): string {
  if (LONE_SURROGATE.test(text)) {
    throw new TypeError(`Parameter "${name}" cannot be sent: it holds one half of a surrogate pair`)
  }
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, percentEncode)
}

/** What {@link reservedComponent} leaves: escapes, and what is reserved but for what would end the query or a part of it. */
const LEFT = /%[0-9A-Fa-f]{2}|[:/?[\]@!$'()*,;=]+/g

/**
 * Text as a component of a query in which reserved characters and percent-escapes stay as they are (RFC 6570, 3.2.3). `#`, `&` and
 * `+` are encoded all the same, and what `more` matches too: a query with them would say something else.
 * @throws TypeError if it holds one half of a surrogate pair.
 */
export function reservedComponent(name: string, text: string, more?: RegExp): string {
  const between = text.split(LEFT).map((it) => urlComponent(name, it))
  const left = (text.match(LEFT) ?? []).map((it) => (more ? it.replaceAll(more, percentEncode) : it))
  return between.map((it, index) => it + (left[index] ?? '')).join('')
}

/**
 * Text as an item of a list in a header field: only what would not be read back is percent-encoded, because few servers expect
 * that of a header.
 */
export function headerItem(text: string): string {
  return text.replaceAll(/[,\r\n]|%(?=[0-9A-Fa-f]{2})|^[\t ]+|[\t ]+$/g, percentEncode)
}

/** JSON as a header field can hold it. */
export function asciiJson(text: string): string {
  return text.replaceAll(/[^\x20-\x7E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** ASCII characters as percent-escapes. */
export function percentEncode(text: string): string {
  return Array.from(text, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
