import { isNestedDeeper } from './nesting.js'
import { readScalar, type ScalarType } from './scalar.js'

/**
 * What the texts of a value may stand for, as its schema has it. Without any property, it is text as it is. Where it may be an array
 * or object, it may be a single text too only if there are `types`.
 */
export interface Reading {
  /** What one text may stand for beside a string; with `array` or `object` also `string`. */
  readonly types?: readonly ScalarType[]
  /** The items, where the value may be an array. */
  readonly array?: Reading
  /** The members that are known by name, where the value may be an object. */
  readonly object?: { readonly [name: string]: Reading }
  /** The other members, where there may be some. */
  readonly others?: Reading
  /** Whether the text may be an array or object as JSON. */
  readonly json?: true
  /** Whether the value may be a file, in a part of multipart. */
  readonly blob?: true
}

/** Deepest nesting of JSON text (RFC 8259, 9 allows a limit). It protects the stacks of validators and handlers. */
const DEEPEST = 512

/** The value of one text. A text that stands for nothing that it may stays as it is, for the validator to report. */
export function readText(text: string, { types = [], json }: Reading): unknown {
  const value = (json && /^[[{]/.test(text) ? parseJson(text) : undefined) ?? readScalar(text, types)
  return value === undefined ? text : value
}

/**
 * The value of the texts of one name, at least one. Several texts where one should be are an array, which no schema of a single value
 * accepts.
 */
export function readTexts(texts: readonly string[], reading: Reading): unknown {
  const { types = [], array } = reading
  const [first = '', ...rest] = texts
  if (!array) return rest.length === 0 ? readText(first, reading) : texts.map((it) => readText(it, reading))
  const scalar = rest.length === 0 ? readScalar(first, types) : undefined
  return scalar === undefined ? texts.map((it) => readText(it, array)) : scalar
}

/** The object of members by name, each with its texts. */
export function readMembers(members: ReadonlyMap<string, readonly string[]>, reading: Reading): object {
  const entries = [...members].map(
    ([name, texts]) => [name, readTexts(texts, memberReading(reading, name))] as const,
  )
  // `fromEntries` defines its properties, so that `__proto__` is one like any other.
  return Object.fromEntries(entries)
}

/** How the member of a name is read. */
export function memberReading({ object = {}, others = {} }: Reading, name: string): Reading {
  return (Object.hasOwn(object, name) ? object[name] : undefined) ?? others
}

/** The value of JSON text; `undefined` if it is none, or nested too deep. */
export function parseJson(text: string): unknown {
  if (isNestedDeeper(text, DEEPEST)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Entries by name, those of one name together. */
export function grouped<T>(entries: Iterable<readonly [name: string, value: T]>): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const [name, value] of entries) {
    const group = groups.get(name)
    if (group) group.push(value)
    else groups.set(name, [value])
  }
  return groups
}
