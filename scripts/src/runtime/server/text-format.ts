import type { ContentFormat } from './content-format.js'

/** Strings, as UTF-8. */
export const textFormat: ContentFormat = {
  mediaType: 'text/plain',
  charset: 'utf-8',
  write: (body) => {
    if (typeof body !== 'string') throw new TypeError(`A body of text must be a string, not ${typeof body}`)
    return body
  },
  parse: (text) => text,
}
