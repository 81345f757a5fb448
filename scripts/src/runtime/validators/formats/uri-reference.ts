import { isReference, referencePattern } from './reference-grammar.js'

const URI_REFERENCE = /* @__PURE__ */ referencePattern({ relative: true })

/** Whether `text` is a URI or a relative reference (RFC 3986, 4.1). */
export function isUriReference(text: string): boolean {
  return isReference(URI_REFERENCE, text)
}
