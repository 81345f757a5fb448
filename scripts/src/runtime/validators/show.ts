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
  return UNPLAIN.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** A character that JSON may not have as it is: anything but printable ASCII, without `"` and `\`. */
const UNPLAIN = /[^ !#-[\]-~]/

/** Values that are allowed, for a message: `"a", "b", null`. */
export function listed(values: readonly unknown[]): string {
  return values.map(jsonText).join(', ')
}

/** A value as JSON, which for most texts takes no more than quotation marks. */
export function jsonText(value: unknown): string {
  return typeof value === 'string' ? quote(value) : JSON.stringify(value)
}

/** The type of what was found, for a message: `a string`, `null`. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined || isInfinite(value)) return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** What was found instead of an integer, for a message: a number itself, of anything else the type. */
export function typeNameOrNumber(value: unknown): string {
  return typeof value === 'number' ? String(value) : typeName(value)
}

/** Whether a value is one of the numbers that JSON cannot hold. */
function isInfinite(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value)
}
