import { isJsonObject, type JsonValue } from '../../scripts/src/json.js'
import { nameFrom, valueFrom } from './pools.js'
import type { Random } from './random.js'

/** The value with a small change somewhere in it. */
export function nudged(value: JsonValue, random: Random): JsonValue {
  const inside = isList(value) ? value.length : isJsonObject(value) ? Object.keys(value).length : 0
  if (inside > 0 && random.chance(0.6)) return nudgedInside(value, random)
  if (random.chance(0.1))
    return random.pick<() => JsonValue>([() => valueFrom(random), () => [value], () => ({ a: value })])()
  if (isList(value)) return random.pick(arrayNudges)(value, random)
  if (isJsonObject(value)) return Object.fromEntries(random.pick(objectNudges)(Object.entries(value), random))
  if (typeof value === 'string') return random.pick(stringNudges)(value, random)
  if (typeof value === 'number') return random.pick(numberNudges)(value)
  return valueFrom(random)
}

function nudgedInside(value: JsonValue, random: Random): JsonValue {
  if (isList(value)) {
    const place = random.below(value.length)
    return value.map((item, index) => (index === place ? nudged(item, random) : item))
  }
  if (!isJsonObject(value)) return value
  const name = random.pick(Object.keys(value))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === name ? nudged(item, random) : item]),
  )
}

type Entries = readonly (readonly [string, JsonValue])[]

const objectNudges: readonly ((entries: Entries, random: Random) => Entries)[] = [
  (entries, random) => [...entries, [nameFrom(random), valueFrom(random, 1)]],
  (entries, random) => [
    ...entries,
    [random.pick(['__proto__', 'constructor', 'toString']), valueFrom(random, 1)],
  ],
  (entries, random) => entries.filter(() => random.chance(0.6)),
  (entries, random) => entries.map(([key, item], index) => [index === 0 ? nameFrom(random) : key, item]),
  (entries) => [...entries].reverse(),
  () => [],
]

const arrayNudges: readonly ((items: readonly JsonValue[], random: Random) => JsonValue)[] = [
  (items, random) => [...items, valueFrom(random, 1)],
  (items) => [...items, ...items.slice(0, 1)],
  (items) => items.slice(1),
  (items) => items.slice(0, -1),
  (items) => [...items].reverse(),
  (items) => [...items, []],
  (items) => Object.fromEntries(items.entries()),
]

const stringNudges: readonly ((text: string, random: Random) => JsonValue)[] = [
  (text, random) => text + random.pick(['a', '😀', ' ', '\n', '0']),
  (text, random) => random.pick(['a', '\ud83d', '\ude00', '-']) + text,
  (text) => text.slice(0, -1),
  (text) => text.slice(1),
  (text) => text.toUpperCase(),
  (text) => Number(text) || 0,
]

const numberNudges: readonly ((number: number) => JsonValue)[] = [
  (number) => number + 1,
  (number) => number - 1,
  (number) => -number,
  (number) => number + 0.5,
  (number) => number / 10,
  (number) => String(number),
  (number) => [number],
]

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
