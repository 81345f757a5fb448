/** A value with the types of what JSON does not have in the place of that, so that equal texts mean equal values. */
export function shown(value: unknown): unknown {
  if (value instanceof Date) return `Date ${value.toISOString()}`
  if (typeof value === 'bigint') return `${value}n`
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  const tag: unknown = (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]
  if (typeof tag === 'string' && tag.startsWith('Temporal.')) return `${tag} ${String(value)}`
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, shown(it)]))
}
