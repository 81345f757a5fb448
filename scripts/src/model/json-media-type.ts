/** Whether a media type, with or without parameters, is JSON (RFC 8259, 11; RFC 6839, 3.1). */
export function isJsonMediaType(mediaType: string): boolean {
  return /^application\/(?:[\w!#$&^.+-]+\+)?json *(?:;|$)/i.test(mediaType)
}
