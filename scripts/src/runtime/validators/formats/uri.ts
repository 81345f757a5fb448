const PATH_CHARACTER = String.raw`(?:[\w.~!$&'()*+,;=:@-]|%[\dA-Fa-f]{2})`
const AUTHORITY_CHARACTER = String.raw`(?:[\w.~!$&'()*+,;=-]|%[\dA-Fa-f]{2})`
const HEXTET = '[\\dA-Fa-f]{1,4}'
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`
const LAST_32_BITS = `(?:${HEXTET}:${HEXTET}|${IPV4})`

/** The nine forms of `IPv6address`, by how many groups stand before `::`. */
const IPV6 = [
  `(?:${HEXTET}:){6}${LAST_32_BITS}`,
  `::(?:${HEXTET}:){5}${LAST_32_BITS}`,
  `(?:${HEXTET})?::(?:${HEXTET}:){4}${LAST_32_BITS}`,
  `(?:(?:${HEXTET}:){0,1}${HEXTET})?::(?:${HEXTET}:){3}${LAST_32_BITS}`,
  `(?:(?:${HEXTET}:){0,2}${HEXTET})?::(?:${HEXTET}:){2}${LAST_32_BITS}`,
  `(?:(?:${HEXTET}:){0,3}${HEXTET})?::${HEXTET}:${LAST_32_BITS}`,
  `(?:(?:${HEXTET}:){0,4}${HEXTET})?::${LAST_32_BITS}`,
  `(?:(?:${HEXTET}:){0,5}${HEXTET})?::${HEXTET}`,
  `(?:(?:${HEXTET}:){0,6}${HEXTET})?::`,
].join('|')

const IP_LITERAL = `\\[(?:${IPV6}|[Vv][\\dA-Fa-f]+\\.[\\w.~!$&'()*+,;=:-]+)\\]`
const AUTHORITY = `(?:(?:${AUTHORITY_CHARACTER}|:)*@)?(?:${IP_LITERAL}|${AUTHORITY_CHARACTER}*)(?::\\d*)?`
const HIERARCHY = `(?://${AUTHORITY}(?:/${PATH_CHARACTER}*)*|/(?:${PATH_CHARACTER}+(?:/${PATH_CHARACTER}*)*)?|${PATH_CHARACTER}+(?:/${PATH_CHARACTER}*)*|)`
const QUERY = `(?:\\?(?:${PATH_CHARACTER}|[/?])*)?`
const FRAGMENT = `(?:#(?:${PATH_CHARACTER}|[/?])*)?`
const URI = new RegExp(`^[A-Za-z][A-Za-z\\d+.-]*:${HIERARCHY}${QUERY}${FRAGMENT}$`)

/** Whether `text` is a URI with a scheme (RFC 3986, appendix A). */
export function isUri(text: string): boolean {
  return URI.test(text)
}
