/** Whether `text` is a single character, as `minLength` counts them (RFC 8259, 7). */
export function isChar(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff)
}
