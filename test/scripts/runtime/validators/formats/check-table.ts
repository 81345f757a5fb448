import { describe, expect, it } from 'vitest'

/** Values that a format allows, and values that it does not. */
export interface CheckTable<T> {
  readonly accepts: readonly T[]
  readonly refuses: readonly T[]
}

/** One test for each value of a format's table. */
export function checkTable<T extends string | number>(
  name: string,
  check: (value: T) => boolean,
  { accepts, refuses }: CheckTable<T>,
): void {
  describe(name, () => {
    it.each(accepts.map((value) => [escaped(value), value] as const))('accepts %s', (_, value) => {
      expect(check(value)).toBe(true)
    })
    it.each(refuses.map((value) => [escaped(value), value] as const))('refuses %s', (_, value) => {
      expect(check(value)).toBe(false)
    })
  })
}

/** The value as printable US-ASCII, cut where it is long. */
function escaped(value: string | number): string {
  const text = Object.is(value, -0) ? '-0' : typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text
    .slice(0, 80)
    .replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
