import { hasDateTime } from '../validators/value-types.js'

/** A point in time or day of `Temporal`, wherever that comes from. */
interface TemporalValue {
  readonly [Symbol.toStringTag]: 'Temporal.Instant' | 'Temporal.PlainDate'
  readonly toString: (options?: { calendarName: 'never' }) => string
}

/** Whether a value is a point in time or day, for which JSON has a text. */
export function isDateValue(value: unknown): value is Date | TemporalValue {
  return value instanceof Date || isTemporal(value)
}

function isTemporal(value: unknown): value is TemporalValue {
  if (typeof value !== 'object' || value === null) return false
  const tag: unknown = (value as Partial<TemporalValue>)[Symbol.toStringTag]
  return tag === 'Temporal.Instant' || tag === 'Temporal.PlainDate'
}

/**
 * A point in time or day as RFC 3339, 5.6 writes it.
 * @throws TypeError if it is not valid, or of a year that has more than four digits.
 */
export function dateText(value: Date | TemporalValue): string {
  if (value instanceof Date) {
    if (hasDateTime(value)) return value.toISOString()
    throw new TypeError(`${String(value)} cannot be sent: a date must be valid, and of the years 0 to 9999`)
  }
  const text = value.toString({ calendarName: 'never' })
  if (/^\d{4}-/.test(text)) return text
  throw new TypeError(`${text} cannot be sent: a date must be of the years 0 to 9999`)
}
