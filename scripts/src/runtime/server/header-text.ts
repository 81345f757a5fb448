/** Text of the document as a header's value can hold it: everything but printable ASCII becomes `?`. */
export function headerText(text: string): string {
  return text.replaceAll(/[^\x20-\x7E]/gu, '?')
}

/** Text of the document as a quoted string (RFC 9110, 5.6.4). */
export function quotedString(text: string): string {
  return `"${headerText(text).replaceAll(/["\\]/g, '\\$&')}"`
}
