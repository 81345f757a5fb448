/** Number of characters of a string (JSON Schema Validation 6.3.1: code points, RFC 8259); a lone surrogate counts as one. */
export function lengthOf(text: string): number {
  let length = text.length
  // A code point outside the Basic Multilingual Plane is two code units; at the second of them, half of it is found.
  for (let index = 0; index < text.length; index += 1) if (text.codePointAt(index)! > 0xffff) length -= 1
  return length
}

/** Whether a string has at most so many characters. It is only read where the number of its code units does not tell. */
export function hasAtMost(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && lengthOf(text) <= limit)
}

/** Whether a string has at least so many characters. It is only read where the number of its code units does not tell. */
export function hasAtLeast(text: string, limit: number): boolean {
  return text.length >= limit && (text.length >= 2 * limit - 1 || lengthOf(text) >= limit)
}
