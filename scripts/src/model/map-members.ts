import type { JsonObject, JsonValue } from '../json.js'

/** The object with its members replaced, or left out where that gives undefined; the same one if all stay as they are. */
export function mapMembers(
  object: JsonObject,
  replace: (key: string, value: JsonValue) => JsonValue | undefined,
): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => ({ key, value, next: replace(key, value) }))
  if (entries.every(({ value, next }) => value === next)) return object
  // `fromEntries` defines its properties, so that `__proto__` is one like any other.
  return Object.fromEntries(entries.flatMap(({ key, next }) => (next === undefined ? [] : [[key, next]])))
}

/** The array with its items replaced; the same one if all stay as they are. */
export function mapItems(
  items: readonly JsonValue[],
  replace: (item: JsonValue) => JsonValue,
): readonly JsonValue[] {
  const next = items.map(replace)
  return next.every((it, index) => it === items[index]) ? items : next
}
