/** What the text of a parameter may mean beside a string. */
export type ScalarType = 'integer' | 'number' | 'boolean'

/** A number as JSON writes it (RFC 8259, 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?$/
const INTEGER = /^-?(?:0|[1-9]\d*)$/

/** Readers return `undefined` where the text is not clearly of their type. */
const readers: { readonly [K in ScalarType]: (text: string) => number | boolean | undefined } = {
  // An integer that a number cannot hold would become another one, and then name another thing.
  integer: (text) => (INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
  number: (text) => (NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
}

/** The value that a text means. A text that is of none of the types stays as it is, for the validator to report. */
export function decodeScalar(text: string, types: readonly ScalarType[] = []): string | number | boolean {
  for (const type of types) {
    const value = readers[type](text)
    if (value !== undefined) return value
  }
  return text
}
