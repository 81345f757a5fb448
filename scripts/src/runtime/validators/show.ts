const MAX_SHOWN = 60

/** What was found, for a message: JSON text, shortened; of objects and arrays the type. */
export function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return typeName(value)
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

/** The type of what was found, for a message: `a string`, `null`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** `3 items`, `1 item`. */
export function quantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** `a string, a number or null`. */
export function listOf(nouns: readonly string[]): string {
  return nouns.length < 2 ? nouns.join() : `${nouns.slice(0, -1).join(', ')} or ${nouns.at(-1)}`
}
