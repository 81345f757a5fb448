import type { Place } from './place.js'
import { report } from './report.js'
import { duplicateOf } from './unique-items.js'

/** Reports which items of an array are equal where `uniqueItems` forbids it. */
export function reportUniqueItems(at: Place, schemaPath: string, value: readonly unknown[]): void {
  const { first, second } = duplicateOf(value)!
  const message = `must not have equal items, but item ${second} equals item ${first}`
  report(at, { keyword: 'uniqueItems', message, schemaPath, params: { first, second } })
}
