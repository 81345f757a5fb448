const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether `text` is a UUID in the form of RFC 9562, 4. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
