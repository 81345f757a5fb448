import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'

/** A schema and a value. */
export interface Pair {
  readonly schema: JsonValue
  readonly value: JsonValue
}

/** Names that something may depend on; where it does not, they are replaced by a plain one. */
const ODD_NAMES = ['', '__proto__', ...Object.getOwnPropertyNames(Object.prototype)]
const PLAIN_NAME = 'p'

/** The smallest pair that can be reached by taking parts away, one after the other, for which something still holds. */
export function shrunk(pair: Pair, holds: (pair: Pair) => boolean): Pair {
  let smallest = pair
  for (let found: Pair | undefined = pair; found !== undefined; found = firstOf(smaller(smallest), holds)) {
    smallest = found
  }
  return smallest
}

function firstOf(pairs: Iterable<Pair>, holds: (pair: Pair) => boolean): Pair | undefined {
  for (const pair of pairs) if (holds(pair)) return pair
  return undefined
}

function* smaller({ schema, value }: Pair): Generator<Pair> {
  for (const name of ODD_NAMES) {
    const pair = { schema: renamed(schema, name), value: renamed(value, name) }
    if (JSON.stringify(pair) !== JSON.stringify({ schema, value })) yield pair
  }
  for (const it of simpler(schema)) yield { schema: it, value }
  for (const it of simpler(value)) yield { schema, value: it }
}

/** JSON with one part less, or one part in place of what holds it, or one part simpler: the greatest changes first. */
function* simpler(json: JsonValue): Generator<JsonValue> {
  if (typeof json === 'string' && json.length > 1) yield* [json.slice(1), json.slice(0, -1)]
  if (typeof json === 'number' && json !== 0 && json !== 1) yield* [0, 1]
  if (isList(json)) {
    yield* json
    for (const index of json.keys()) yield json.toSpliced(index, 1)
    for (const [index, item] of json.entries()) for (const it of simpler(item)) yield json.with(index, it)
  } else if (isJsonObject(json)) {
    yield* simplerObject(json)
  }
}

function* simplerObject(object: JsonObject): Generator<JsonValue> {
  const entries = Object.entries(object)
  if (entries.length > 0) yield* [true, false]
  // A schema in a keyword stands there directly, or in an array, or in an object.
  yield* entries.flatMap(([, inner]) => [
    inner,
    ...(isList(inner) ? inner : isJsonObject(inner) ? Object.values(inner) : []),
  ])
  for (const index of entries.keys()) yield Object.fromEntries(entries.toSpliced(index, 1))
  for (const [index, [key, inner]] of entries.entries()) {
    // A part of a URI is another URI, or none.
    if (key === '$id' || key === '$ref') continue
    for (const it of simpler(inner)) yield Object.fromEntries(entries.with(index, [key, it]))
  }
}

/** JSON in which a name, and a string that may be one, is another. */
function renamed(json: JsonValue, name: string): JsonValue {
  if (json === name) return PLAIN_NAME
  if (isList(json)) return json.map((item) => renamed(item, name))
  if (!isJsonObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => [key === name ? PLAIN_NAME : key, renamed(item, name)]),
  )
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
