import type { Place } from './place.js'
import { report } from './report.js'
import { duplicateOf } from './unique-items.js'

/** `uniqueItems` */
export function reportUniqueItems(at: Place, value: readonly unknown[]): void {
  const { first, second } = duplicateOf(value)!
  const message = `must not have equal items, but item ${second} equals item ${first}`
  report(at, 'uniqueItems', message, { first, second })
}
