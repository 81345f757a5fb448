/** Number of characters of a string (JSON Schema Validation 6.3.1: code points, RFC 8259); a lone surrogate counts as one. */
export function lengthOf(text: string): number {
  let length = text.length
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) {
      length -= 1
      index += 1
    }
  }
  return length
}

/** Whether a string has no more characters than `limit`; counted only where its code units leave that open. */
export function hasAtMost(text: string, limit: number): boolean {
  return text.length <= limit || (text.length <= 2 * limit && lengthOf(text) <= limit)
}

/** Whether a string has no fewer characters than `limit`; counted only where its code units leave that open. */
export function hasAtLeast(text: string, limit: number): boolean {
  return text.length >= limit && (text.length >= 2 * limit || lengthOf(text) >= limit)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
