import { decodeEscapes } from '../reading/escapes.js'

/** The names of a query string without its `?`, and their texts, still escaped. What has a malformed name is no documented entry, and left out. */
export function parseQuery(query: string): [name: string, raw: string][] {
  return query.split('&').flatMap((entry) => {
    const [name = '', ...text] = entry.split('=')
    const decodedName = decodeForm(name)
    return entry === '' || decodedName === undefined ? [] : [[decodedName, text.join('=')]]
  })
}

/** A text of a query decoded as forms write it, with `+` for a space; `undefined` if an escape is malformed or the bytes are no UTF-8. */
export function decodeForm(text: string): string | undefined {
  return decodeEscapes(text.replaceAll('+', ' '))
}
