import { isEqual } from './equal.js'

/** Whether no two items are equal (JSON Schema Validation 6.4.3), in about linear time. */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return duplicateOf(items) === undefined
}

/** The indexes of the first item that occurred before, and of that earlier one. */
export function duplicateOf(
  items: readonly unknown[],
): { readonly first: number; readonly second: number } | undefined {
  const seen = new Map<unknown, number[]>()
  for (const [second, item] of items.entries()) {
    const key = typeof item === 'object' && item !== null ? canonical(item) : item
    const first = seen.get(key)?.find((index) => isEqual(items[index], item))
    if (first !== undefined) return { first, second }
    seen.set(key, [...(seen.get(key) ?? []), second])
  }
  return undefined
}

/** Text that is the same for equal objects; texts of different values may be the same only where a string looks like one. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .sort()
    .join(',')}}`
}
