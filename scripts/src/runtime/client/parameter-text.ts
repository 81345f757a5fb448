/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, unknown>>

/**
 * A parameter's value as text.
 * @throws TypeError if it is an array, an object or nothing that JSON could hold.
 */
export function parameterText(name: string, value: unknown): string {
  if (value === null || TEXT_TYPES.has(typeof value)) return String(value)
  throw new TypeError(
    `Parameter "${name}" cannot be ${Array.isArray(value) ? 'an array' : `of type ${typeof value}`} here: ` +
      'it must be a string, a number, a boolean or null',
  )
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean'])
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * A parameter's value as a component of a URL, percent-encoded (RFC 3986, section 2.1).
 * @throws TypeError if it cannot be written.
 */
export function urlComponent(name: string, value: unknown): string {
  const text = parameterText(name, value)
  if (LONE_SURROGATE.test(text)) {
    throw new TypeError(`Parameter "${name}" cannot be sent: it holds one half of a surrogate pair`)
  }
  return encodeURIComponent(text)
}
