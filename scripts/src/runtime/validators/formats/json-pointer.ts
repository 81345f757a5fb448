const MALFORMED_TILDE = /~(?![01])/
const RELATIVE_POINTER = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?(?:#$|\/|$)/

/** Whether `text` is a JSON pointer as a string (RFC 6901, 3 and 5). */
export function isJsonPointer(text: string): boolean {
  return (text === '' || text.startsWith('/')) && !MALFORMED_TILDE.test(text)
}

/** Whether `text` is a relative JSON pointer (draft-bhutton-relative-json-pointer-00, 3). */
export function isRelativeJsonPointer(text: string): boolean {
  return RELATIVE_POINTER.test(text) && !MALFORMED_TILDE.test(text)
}
