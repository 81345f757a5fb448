/** Number of characters of a string (JSON Schema Validation 6.3.1: code points, RFC 8259); a lone surrogate counts as one. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length; index += 1) {
    // A code point outside the Basic Multilingual Plane is two code units; of a lone surrogate it is the surrogate itself.
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      length -= 1
      index += 1
    }
  }
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

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00
}
