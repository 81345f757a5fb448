import type { Place, Step } from './place.js'
import { report } from './report.js'
import { duplicateOf } from './unique-items.js'

/** Reports which items of an array are equal where `uniqueItems` forbids it. */
export function reportUniqueItems(
  value: readonly unknown[],
  schemaPath: string,
  within: Place,
  step?: Step,
): void {
  const { first, second } = duplicateOf(value)!
  const message = `must not have equal items, but item ${second} equals item ${first}`
  report('uniqueItems', message, { first, second }, schemaPath, within, step)
}
