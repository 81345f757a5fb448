const BASE64URL = /^[\w-]*={0,2}$/

/** Whether `text` is base64url, padded in full or not at all (RFC 4648, 5 and 3.2). */
export function isBase64Url(text: string): boolean {
  const rest = text.length % 4
  return BASE64URL.test(text) && (text.endsWith('=') ? rest === 0 : rest !== 1)
}
