import { isReference, referencePattern } from './reference-grammar.js'

const URI = /* @__PURE__ */ referencePattern({ relative: false })

/** Whether `text` is a URI with a scheme (RFC 3986, 3). */
export function isUri(text: string): boolean {
  return isReference(URI, text)
}
