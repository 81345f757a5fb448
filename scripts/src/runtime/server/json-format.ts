import type { ContentFormat } from './content-format.js'

/** Values as JSON (RFC 8259). */
export const jsonFormat: ContentFormat = {
  mediaType: 'application/json',
  // What JSON has no word for makes an empty body, as it does everywhere.
  write: (body) => JSON.stringify(body),
  parse: (text) => JSON.parse(text) as unknown,
}
