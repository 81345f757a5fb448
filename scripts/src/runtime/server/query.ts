/** A name of a query and its texts. */
interface QueryEntry {
  readonly name: string
  /** `undefined` if an escape in it is malformed. */
  readonly text: string | undefined
}

/**
 * The entries of a query string without its `?`, decoded as forms write them, with `+` for a space. An entry whose name cannot be
 * decoded is no documented one, and left out.
 */
export function parseQuery(query: string): QueryEntry[] {
  return query.split('&').flatMap((entry) => {
    const [name = '', ...text] = entry.replaceAll('+', ' ').split('=')
    const decodedName = decodeEscapes(name)
    return decodedName === undefined ? [] : [{ name: decodedName, text: decodeEscapes(text.join('=')) }]
  })
}

/** A percent-encoded text decoded, once; `undefined` if an escape is malformed or the bytes are no UTF-8. */
export function decodeEscapes(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
