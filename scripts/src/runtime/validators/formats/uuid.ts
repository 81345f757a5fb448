const UUID = /^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{4}-[\dA-Fa-f]{12}$/

/** Whether `text` is a UUID in the form of RFC 9562, 4. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
