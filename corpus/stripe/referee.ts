import { isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import { different } from '../github/wire.js'

/*
 * Judges the text of a form, or of a query, by what OpenAPI 3.0.3 says of it, and nothing of the generator. A name and its value,
 * decoded, are a pair here.
 */

/** How the properties of a form (Encoding Object, 4.7.15), or the parameters of a query (4.7.12), are written. */
export type Encodings = JsonObject

/** A name and its value, decoded. */
export type Pair = readonly [name: string, value: string]

/** What may stand in a form or a query without an escape: nothing that separates, and no reserved character of a name or a value. */
const ESCAPED = /^(?:[\w.~!*'()&=+-]|%[\dA-F]{2})*$/

/** In what a text is not the form that the document describes of a value. */
export function faultsOfForm(text: string, value: JsonObject, encodings: Encodings): string[] {
  if (!ESCAPED.test(text)) return [`${text} has what should be escaped`]
  const found = linesOf(indexed(pairsOf(text)))
  const wanted = linesOf(wantedPairs(value, encodings))
  const faults = [
    ...different('what the document does not describe', without(found, wanted), []),
    ...different('what is missing', without(wanted, found), []),
  ]
  // Now it is the order of items, or how often there is one.
  return faults.length > 0 ? faults : different('the form', found, wanted)
}

/** The parts of a form (RFC 1866, 8.2.1): `+` is a space, and what is escaped is UTF-8. */
export function pairsOf(text: string): Pair[] {
  if (text === '') return []
  return text.split('&').map((part) => {
    const [name = '', ...rest] = part.split('=')
    return [decoded(name), decoded(rest.join('='))]
  })
}

/** The parts that a value has to be written as, items of arrays by their index. */
export function wantedPairs(value: JsonObject, encodings: Encodings): Pair[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const encoding = own(encodings, name)
    const { style = 'form', explode = style === 'form' } = isJsonObject(encoding) ? encoding : {}
    if (explode !== true) throw new Error(`${name} is not exploded, which is not looked for here`)
    if (style === 'deepObject') return deepPairs(name, member)
    if (style === 'form') return formPairs(name, member)
    throw new Error(`${name} has the style ${String(style)}, which is not looked for here`)
  })
}

/** The default, `form` with `explode` (4.7.15.1): `color=blue&color=black` (4.7.12.4). */
function formPairs(name: string, value: JsonValue): Pair[] {
  if (isJsonObject(value))
    throw new Error(`${name} is an object in the style form, which is not looked for here`)
  const items = Array.isArray(value) ? value : [value]
  return items.map((item) => [name, String(item)])
}

/**
 * `color[R]=100&color[G]=200` (4.7.12.4). The text has nothing on what is inside a member; as Stripe takes it, further names are
 * further brackets.
 */
function deepPairs(name: string, value: JsonValue): Pair[] {
  if (typeof value !== 'object' || value === null) return [[name, String(value)]]
  return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}[${key}]`, member))
}

/** Gives items an index that have none: `name[]` is as good as `name[0]`. */
function indexed(pairs: readonly Pair[]): Pair[] {
  const counts = new Map<string, number>()
  return pairs.map(([name, value]) => {
    if (!name.endsWith('[]')) return [name, value]
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return [`${name.slice(0, -2)}[${count}]`, value]
  })
}

/** A value as somebody reads it from a form: scalars as texts, and nothing of arrays and objects that are empty, which have no part. */
export function readable(value: JsonValue): unknown {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(readable)
  const members = Object.entries(value).map(([key, member]) => [key, readable(member)] as const)
  return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)))
}

/** How many arrays and objects in a value are empty. */
export function emptyIn(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 0
  const members: JsonValue[] = Object.values(value)
  return members.reduce<number>((sum, member) => sum + (isEmpty(member) ? 1 : emptyIn(member)), 0)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

/** In the order of their names, those of one name in their own. */
function linesOf(pairs: readonly Pair[]): string[] {
  const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return sorted.map(([name, value]) => `${name}=${value}`)
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return texts.filter((text) => !known.has(text))
}
