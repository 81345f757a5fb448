/** Items of structured fields, as the OpenAPI format registry names them (RFC 8941, 3.3). */
const SF_STRING = /^"[ -~]*"$/
const SF_ESCAPE = /\\["\\]/g
const SF_TOKEN = /^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/
const SF_BINARY = /^:[A-Za-z\d+/]*={0,2}:$/

/** Whether `text` is a string in quotation marks (3.3.3). */
export function isSfString(text: string): boolean {
  return SF_STRING.test(text) && !/["\\]/.test(text.slice(1, -1).replace(SF_ESCAPE, ''))
}

/** Whether `text` is a token (3.3.4). */
export function isSfToken(text: string): boolean {
  return SF_TOKEN.test(text)
}

/** Whether `text` is base64 between colons, its padding optional (3.3.5; 4.2.7). */
export function isSfBinary(text: string): boolean {
  const rest = (text.length - 2) % 4
  return SF_BINARY.test(text) && (text.endsWith('=:') ? rest === 0 : rest !== 1)
}

/** Whether `text` is `?0` or `?1` (3.3.6). */
export function isSfBoolean(text: string): boolean {
  return text === '?0' || text === '?1'
}

/** Whether `value` is an integer of at most 15 digits (3.3.1). */
export function isSfInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e15
}

/** Whether `value` has at most 12 digits before the point and 3 after it (3.3.2). */
export function isSfDecimal(value: number): boolean {
  return Math.abs(value) < 1e12 && Number(value.toFixed(3)) === value
}
