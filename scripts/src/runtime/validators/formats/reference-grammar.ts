/** The grammar that `uri`, `uri-reference`, `iri` and `iri-reference` share (RFC 3986, appendix A; RFC 3987, 2.2). */
import { isIpv6 } from './ip.js'

const MALFORMED_ESCAPE = /%(?![\dA-Fa-f]{2})/
const IPV_FUTURE = /^[Vv][\dA-Fa-f]+\.[\w.~!$&'()*+,;=:-]+$/

/** In what the four formats differ. */
interface ReferenceGrammar {
  /** Whether the scheme can be left out. */
  readonly relative: boolean
  /** Characters beyond US-ASCII that all components can have, as part of a character class. */
  readonly beyondAscii?: string
}

/** The pattern of a reference, in which `%` and what brackets hold are yet to be looked at: see `isReference`. */
export function referencePattern({ relative, beyondAscii = '' }: ReferenceGrammar): RegExp {
  const name = `\\w.~!$&'()*+,;=%\\-${beyondAscii}`
  const host = `(?:\\[[\\w.~!$&'()*+,;=:\\-]+\\]|[${name}]*)(?::\\d*)?`
  const authority = `(?:${host}(?=[\\/?#]|$)|[${name}:]*@${host})`
  const network = `\\/\\/${authority}(?:\\/[${name}:@\\/]*)?`
  const absolute = `[A-Za-z][A-Za-z\\d+.\\-]*:(?:${network}|(?!\\/\\/)[${name}:@\\/]*)`
  const relativePath = `(?!\\/\\/)[${name}@]*(?:\\/[${name}:@\\/]*)?`
  const hierarchy = relative ? `(?:${absolute}|${network}|${relativePath})` : absolute
  return new RegExp(`^${hierarchy}(?:\\?[${name}:@\\/?]*)?(?:#[${name}:@\\/?]*)?$`)
}

/** Whether `text` is a reference of `pattern`. Brackets and `%` have checks of their own, which few references need. */
export function isReference(pattern: RegExp, text: string): boolean {
  return (
    pattern.test(text) &&
    (!text.includes('%') || !MALFORMED_ESCAPE.test(text)) &&
    (!text.includes('[') || isIpLiteral(text.slice(text.indexOf('[') + 1, text.indexOf(']'))))
  )
}

function isIpLiteral(text: string): boolean {
  return isIpv6(text) || IPV_FUTURE.test(text)
}
