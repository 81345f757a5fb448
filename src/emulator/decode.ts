import { inspect } from 'node:util'

/** What is wrong in a value of JSON. */
export interface DecodeIssue {
  /** JSON Pointer to the place. */
  readonly pointer: string
  /** To be read after the pointer. */
  readonly message: string
}

/** Thrown with everything that is wrong. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
  readonly issues: readonly DecodeIssue[]

  constructor(issues: readonly DecodeIssue[]) {
    super(issues.map(({ pointer, message }) => `${pointer || '/'} ${message}`).join('\n'))
    this.issues = issues
  }
}

/** Makes a value of JSON what it stands for; throws a `DecodeError` if it stands for nothing of the kind. */
export type Decode<T> = (value: unknown, pointer: string) => T

/** Stops with something that is not as it has to be. */
export function fail(pointer: string, expected: string, found: unknown): never {
  const shown = inspect(found, { depth: 0, maxStringLength: 60, breakLength: Infinity })
  throw new DecodeError([{ pointer, message: `must be ${expected}, but is ${shown}` }])
}

/** A string. */
export const text: Decode<string> = (value, pointer) =>
  typeof value === 'string' ? value : fail(pointer, 'a string', value)

/** True or false. */
export const flag: Decode<boolean> = (value, pointer) =>
  typeof value === 'boolean' ? value : fail(pointer, 'true or false', value)

/** A number of 0 or more. */
export const quantity: Decode<number> = (value, pointer) =>
  typeof value === 'number' && value >= 0 ? value : fail(pointer, 'a number, 0 or more', value)

/** A time, as `Date` writes it. */
export const time: Decode<Date> = (value, pointer) => {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  return Number.isNaN(date.getTime())
    ? fail(pointer, 'a time, such as 2026-05-11T08:00:00.000Z', value)
    : date
}

/** One of several strings. */
export function oneOf<const T extends string>(...values: readonly T[]): Decode<T> {
  return (value, pointer) =>
    values.find((it) => it === value) ?? fail(pointer, `one of ${values.join(', ')}`, value)
}

/** What may be missing. */
export function optional<T>(decode: Decode<T>): Decode<T | undefined> {
  return (value, pointer) => (value === undefined ? undefined : decode(value, pointer))
}

/** An array. */
export function list<T>(decode: Decode<T>): Decode<T[]> {
  return (value, pointer) => {
    if (!Array.isArray(value)) return fail(pointer, 'an array', value)
    return all(value.map((item: unknown, index) => () => decode(item, `${pointer}/${index}`)))
  }
}

/** An object with these members and no others. */
export function object<T extends object>(members: { readonly [K in keyof T]-?: Decode<T[K]> }): Decode<T> {
  const decoders = new Map<string, Decode<unknown>>(Object.entries(members))
  return (value, pointer) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return fail(pointer, 'an object', value)
    }
    const entries = new Map<string, unknown>(Object.entries(value))
    const unknown = [...entries.keys()].filter((name) => !decoders.has(name))
    const decoded = all([
      ...[...decoders].map(
        ([name, decode]) =>
          () =>
            [name, decode(entries.get(name), at(pointer, name))] as const,
      ),
      ...unknown.map((name) => (): never => {
        throw new DecodeError([{ pointer: at(pointer, name), message: 'is not known' }])
      }),
    ])
    return Object.fromEntries(decoded.filter(([, member]) => member !== undefined)) as T // It has the members that T has.
  }
}

/** Something that a generated validator knows. */
export function valid<T>(
  validate: (value: unknown) => { readonly value?: T; readonly issues?: readonly DecodeIssue[] | undefined },
): Decode<T> {
  return (value, pointer) => {
    const { issues } = validate(value)
    if (!issues) return value as T // The validator has said so.
    throw new DecodeError(issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })))
  }
}

/** All results, or all that is wrong. */
function all<T>(steps: readonly (() => T)[]): T[] {
  const issues: DecodeIssue[] = []
  const results: T[] = []
  for (const step of steps) {
    try {
      results.push(step())
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error
      issues.push(...error.issues)
    }
  }
  if (issues.length > 0) throw new DecodeError(issues)
  return results
}

function at(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}
