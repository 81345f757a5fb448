/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, unknown>>

/** Writes text so that its place can hold it. */
export type Escape = (text: string) => string

const TEXT_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean'])

/** Whether a value is one text. */
export function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || TEXT_TYPES.has(typeof value)
}

/**
 * An item or member as text: an array or object, of which no style says how it is written there, as JSON.
 * @throws TypeError if it is nothing that JSON could hold.
 */
export function innerText(name: string, value: unknown): string {
  return isScalar(value) ? String(value) : jsonText(name, plain(name, value))
}

/**
 * A value as JSON text.
 * @throws TypeError if it is nothing that JSON could hold.
 */
export function jsonText(name: string, value: unknown): string {
  const text: string | undefined = JSON.stringify(value)
  return text ?? refuse(name, value)
}

/**
 * The members of an object that are given, in their order.
 * @throws TypeError if it is not a plain object, so that no `Date` or `Map` is taken for one without members.
 */
export function membersOf(name: string, value: unknown): [key: string, value: unknown][] {
  return Object.entries(plain(name, value)).filter(([, it]) => it !== undefined)
}

/** The items of an array that are given. */
export function itemsOf(value: readonly unknown[]): unknown[] {
  return value.filter((it) => it !== undefined)
}

/** Whether a value is an array, of which nothing is known. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function plain(name: string, value: unknown): object {
  if (typeof value !== 'object' || value === null) return refuse(name, value)
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null
  return isPlain ? value : refuse(name, value)
}

function refuse(name: string, value: unknown): never {
  const found = typeof value === 'object' ? 'of a class' : `of type ${typeof value}`
  throw new TypeError(
    `Parameter "${name}" cannot be or hold what is ${found}: ` +
      'only strings, numbers, booleans, null, arrays and plain objects can be sent',
  )
}
