import { BEYOND_ASCII, hasIriCharacters } from './iri-characters.js'

const STRAY_PERCENT = /%(?![\dA-Fa-f]{2})/
const LITERALS = `[!#-;=?-\\[\\]_a-z~${BEYOND_ASCII}]*`
const VARIABLE = '[\\w%]+(?:\\.[\\w%]+)*(?::[1-9]\\d{0,3}|\\*)?'
const EXPRESSION = `\\{[+#.\\/;?&=,!@|]?${VARIABLE}(?:,${VARIABLE})*\\}`
const URI_TEMPLATE = /* @__PURE__ */ new RegExp(`^${LITERALS}(?:${EXPRESSION}${LITERALS})*$`)

/** Whether `text` is a URI template (RFC 6570, 2), with the apostrophe that erratum 6937 gives to literals. */
export function isUriTemplate(text: string): boolean {
  return URI_TEMPLATE.test(text) && hasIriCharacters(text) && !STRAY_PERCENT.test(text)
}
