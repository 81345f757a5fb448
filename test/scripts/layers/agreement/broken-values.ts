import type { Random } from '../../../../bench/fuzz/random.js'
import { isJsonObject, type JsonValue } from '../../../../scripts/src/json.js'

/** The value with one change that types can see: a property less, or a part of another type or with another text. */
export function broken(value: JsonValue, random: Random): JsonValue {
  if (Array.isArray(value) && value.length > 0) {
    const place = random.below(value.length)
    return value.map((item: JsonValue, index) => (index === place ? broken(item, random) : item))
  }
  const entries = isJsonObject(value) ? Object.entries(value) : []
  if (entries.length === 0 || random.chance(0.1)) return random.pick(replacements)
  const place = random.below(entries.length)
  if (random.chance(0.4)) return Object.fromEntries(entries.filter((_, index) => index !== place))
  return Object.fromEntries(
    entries.map(([name, item], index) => [name, index === place ? broken(item, random) : item]),
  )
}

const replacements: readonly JsonValue[] = [null, true, 3, 'other', [], {}, ['other']]
