/**
 * Writes names of the document so that openapi-typescript carries them unharmed: it keeps them in URI references, which it takes
 * apart at `#`, decodes from percent-encoding and drops empty parts of, and it makes numbers of those that look so.
 */
export class KeyCodec {
  readonly #mark: string
  readonly #encoded = new Map<string, string>()
  readonly #originals = new Map<string, string>()

  /** @param text all of the document, for a mark that is not in it */
  constructor(text: string) {
    this.#mark = unusedMark(text)
  }

  /** The name to put into the document that openapi-typescript gets. */
  encode(name: string): string {
    if (!/[%#]|^$/.test(name) && String(Number(name)) !== name) return name
    const encoded = this.#encoded.get(name) ?? `${this.#mark}${this.#encoded.size}`
    this.#encoded.set(name, encoded)
    this.#originals.set(encoded, name)
    return encoded
  }

  /** The name that an encoded one stands for; undefined for every other text. */
  decode(text: string): string | undefined {
    return this.#originals.get(text)
  }
}

/** Of a character of private use, which few documents hold. */
function unusedMark(text: string): string {
  let mark = '\uE010'
  while (text.includes(mark)) mark += '\uE010'
  return mark
}
