/** What one text may stand for. */
export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'null'

/** A number as JSON writes it (RFC 8259, 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?$/
const INTEGER = /^-?(?:0|[1-9]\d*)$/

/** Readers return `undefined` where the text is not clearly of their type. */
const readers: { readonly [K in ScalarType]: (text: string) => Scalar | undefined } = {
  string: (text) => text,
  // An integer that a number cannot hold would become another one, and then name another thing.
  integer: (text) => (INTEGER.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
  number: (text) => (NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  null: (text) => (text === 'null' ? null : undefined),
}

type Scalar = string | number | boolean | null

/** The value that a text stands for; `undefined` if it is of none of the types. */
export function readScalar(text: string, types: readonly ScalarType[]): Scalar | undefined {
  for (const type of types) {
    const value = readers[type](text)
    if (value !== undefined) return value
  }
  return undefined
}
