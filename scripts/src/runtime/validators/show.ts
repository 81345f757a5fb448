const MAX_SHOWN = 60

/** Text that JSON writes as it is. */
const PLAIN = /^[ !#-[\]-~]*$/

/** What was found, for a message: JSON text, shortened; of objects and arrays the type. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    if (value.length > MAX_SHOWN) return `${JSON.stringify(value.slice(0, MAX_SHOWN)).slice(0, MAX_SHOWN)}…`
    return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value)
  }
  return typeof value === 'object' && value !== null ? typeName(value) : String(value)
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
