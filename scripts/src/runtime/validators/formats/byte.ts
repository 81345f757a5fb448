const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/

/** Whether `text` is base64 with padding (RFC 4648, 4). */
export function isByte(text: string): boolean {
  return BASE64.test(text)
}
