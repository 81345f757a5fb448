/** Characters that IRIs have and URIs do not (RFC 3987, 2.2). */
const UCSCHAR =
  '\\xA0-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFEF' +
  '\\u{10000}-\\u{1FFFD}\\u{20000}-\\u{2FFFD}\\u{30000}-\\u{3FFFD}\\u{40000}-\\u{4FFFD}\\u{50000}-\\u{5FFFD}' +
  '\\u{60000}-\\u{6FFFD}\\u{70000}-\\u{7FFFD}\\u{80000}-\\u{8FFFD}\\u{90000}-\\u{9FFFD}\\u{A0000}-\\u{AFFFD}' +
  '\\u{B0000}-\\u{BFFFD}\\u{C0000}-\\u{CFFFD}\\u{D0000}-\\u{DFFFD}\\u{E1000}-\\u{EFFFD}'

const IPRIVATE = '\\uE000-\\uF8FF\\u{F0000}-\\u{FFFFD}\\u{100000}-\\u{10FFFD}'

const FOREIGN = /* @__PURE__ */ new RegExp(`[^\\0-\\x7F${UCSCHAR}${IPRIVATE}]`, 'u')
const PRIVATE = /* @__PURE__ */ new RegExp(`[${IPRIVATE}]`, 'u')
const QUERY = /^([^?#]*)\?[^#]*/

/**
 * All beyond US-ASCII, as part of a character class for code units. Patterns take it in place of `ucschar` and `iprivate`,
 * which are looked at apart: characters of two code units cost a pattern memory for each that it has read.
 */
export const BEYOND_ASCII = '\\x80-\\uFFFF'

/** Whether `text` has beyond US-ASCII nothing but `ucschar` and `iprivate`. */
export function hasIriCharacters(text: string): boolean {
  return !FOREIGN.test(text)
}

/** Whether `text`, an IRI or a reference, has `iprivate` in its query alone. */
export function isPrivateInQueryOnly(text: string): boolean {
  return !PRIVATE.test(text) || !PRIVATE.test(text.replace(QUERY, '$1'))
}
