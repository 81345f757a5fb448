/** Whether a media type, with or without parameters, is JSON (RFC 8259, 11; RFC 6839, 3.1); `text/json` is an old name of it. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^ *(?:[\w!#$&^.+*-]+\/(?:[\w!#$&^.+*-]+\+)?json) *(?:;|$)/i.test(mediaType)
}
