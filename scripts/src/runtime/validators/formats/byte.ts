const BASE64 = /^[A-Za-z\d+/]*={0,2}$/

/** Whether `text` is base64 with padding (RFC 4648, 4). */
export function isByte(text: string): boolean {
  return text.length % 4 === 0 && BASE64.test(text)
}
