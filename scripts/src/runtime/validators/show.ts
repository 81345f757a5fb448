const MAX_SHOWN = 60

/** What was found, for a message: JSON text, shortened; of objects and arrays the type. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > MAX_SHOWN
      ? `${JSON.stringify(value.slice(0, MAX_SHOWN)).slice(0, MAX_SHOWN)}…`
      : quote(value)
  }
  return typeof value === 'object' && value !== null ? typeName(value) : String(value)
}

/** A text as JSON. */
function quote(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return JSON.stringify(text)
  }
  return `"${text}"`
}

/** Values that are allowed, for a message: `"a", "b", null`. */
export function listed(values: Iterable<unknown>): string {
  return Array.from(values, (value) => JSON.stringify(value)).join(', ')
}

/** The value of a property, for a message. */
export function showProperty(value: unknown): string {
  return value === undefined ? 'absent' : show(value)
}

/** The type of what was found, for a message: `a string`, `null`. */
export function typeName(value: unknown): string {
  const type = typeof value
  if (type === 'string') return 'a string'
  if (type !== 'object') return value === undefined || isInfinite(value) ? String(value) : `a ${type}`
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : 'an object'
}

/** Whether a value is one of the numbers that JSON cannot hold. */
function isInfinite(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value)
}
