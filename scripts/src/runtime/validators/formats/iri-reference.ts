import { BEYOND_ASCII, hasIriCharacters, isPrivateInQueryOnly } from './iri-characters.js'
import { isReference, referencePattern } from './reference-grammar.js'

const IRI_REFERENCE = /* @__PURE__ */ referencePattern({ relative: true, beyondAscii: BEYOND_ASCII })

/** Whether `text` is an IRI or a relative reference (RFC 3987, 2.2). */
export function isIriReference(text: string): boolean {
  return isReference(IRI_REFERENCE, text) && hasIriCharacters(text) && isPrivateInQueryOnly(text)
}
