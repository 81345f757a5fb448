import { addIssue, type Place } from './place.js'
import { quantity } from './show.js'
import { duplicateOf } from './unique-items.js'

/** `minItems` */
export function reportMinItems(place: Place, minItems: number, value: readonly unknown[]): void {
  addIssue(place, 'minItems', `must have at least ${quantity(minItems, 'item')}, but has ${value.length}`, {
    minItems,
  })
}

/** `maxItems` */
export function reportMaxItems(place: Place, maxItems: number, value: readonly unknown[]): void {
  addIssue(place, 'maxItems', `must have at most ${quantity(maxItems, 'item')}, but has ${value.length}`, {
    maxItems,
  })
}

/** `items: false` after `prefixItems` */
export function reportItems(place: Place, maxItems: number, value: readonly unknown[]): void {
  addIssue(place, 'items', `must have at most ${quantity(maxItems, 'item')}, but has ${value.length}`, {
    maxItems,
  })
}

/** `uniqueItems` */
export function reportUniqueItems(place: Place, value: readonly unknown[]): void {
  const { first, second } = duplicateOf(value)!
  addIssue(place, 'uniqueItems', `must not have equal items, but item ${second} equals item ${first}`, {
    first,
    second,
  })
}

/** `contains` */
export function reportContains(place: Place): void {
  addIssue(place, 'contains', 'must have an item that matches the schema under "contains"')
}

/** `minContains` */
export function reportMinContains(place: Place, minContains: number, matches: number): void {
  const expected = `must have at least ${quantity(minContains, 'item')} matching the schema under "contains"`
  addIssue(place, 'minContains', `${expected}, but has ${matches}`, { minContains })
}

/** `maxContains` */
export function reportMaxContains(place: Place, maxContains: number, matches: number): void {
  const expected = `must have at most ${quantity(maxContains, 'item')} matching the schema under "contains"`
  addIssue(place, 'maxContains', `${expected}, but has ${matches}`, { maxContains })
}
