import { IPRIVATE, UCSCHAR } from './iri-characters.js'
import { isReference, referencePattern } from './reference-grammar.js'

const IRI_REFERENCE = /* @__PURE__ */ referencePattern({
  relative: true,
  ucschar: UCSCHAR,
  iprivate: IPRIVATE,
})

/** Whether `text` is an IRI or a relative reference (RFC 3987, 2.2). */
export function isIriReference(text: string): boolean {
  return isReference(IRI_REFERENCE, text)
}
