import { BEYOND_ASCII, hasIriCharacters, isPrivateInQueryOnly } from './iri-characters.js'
import { isReference, referencePattern } from './reference-grammar.js'

const IRI = /* @__PURE__ */ referencePattern({ relative: false, beyondAscii: BEYOND_ASCII })

/** Whether `text` is an IRI with a scheme (RFC 3987, 2.2). */
export function isIri(text: string): boolean {
  return isReference(IRI, text) && hasIriCharacters(text) && isPrivateInQueryOnly(text)
}
