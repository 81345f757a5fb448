import { addIssue, type Place } from './place.js'
import { quantity } from './show.js'
import { duplicateOf } from './unique-items.js'

/** `minItems` */
export function reportMinItems(
  place: Place,
  schemaPath: string,
  minItems: number,
  value: readonly unknown[],
): void {
  addIssue(
    place,
    'minItems',
    schemaPath,
    `must have at least ${quantity(minItems, 'item')}, but has ${value.length}`,
    {
      minItems,
    },
  )
}

/** `maxItems` */
export function reportMaxItems(
  place: Place,
  schemaPath: string,
  maxItems: number,
  value: readonly unknown[],
): void {
  addIssue(
    place,
    'maxItems',
    schemaPath,
    `must have at most ${quantity(maxItems, 'item')}, but has ${value.length}`,
    {
      maxItems,
    },
  )
}

/** `items: false` after `prefixItems` */
export function reportItems(
  place: Place,
  schemaPath: string,
  maxItems: number,
  value: readonly unknown[],
): void {
  addIssue(
    place,
    'items',
    schemaPath,
    `must have at most ${quantity(maxItems, 'item')}, but has ${value.length}`,
    {
      maxItems,
    },
  )
}

/** `uniqueItems` */
export function reportUniqueItems(place: Place, schemaPath: string, value: readonly unknown[]): void {
  const { first, second } = duplicateOf(value)!
  addIssue(
    place,
    'uniqueItems',
    schemaPath,
    `must not have equal items, but item ${second} equals item ${first}`,
    {
      first,
      second,
    },
  )
}

/** `contains` */
export function reportContains(place: Place, schemaPath: string): void {
  addIssue(place, 'contains', schemaPath, 'must have an item that matches the schema under "contains"')
}

/** `minContains` */
export function reportMinContains(
  place: Place,
  schemaPath: string,
  minContains: number,
  matches: number,
): void {
  const expected = `must have at least ${quantity(minContains, 'item')} matching the schema under "contains"`
  addIssue(place, 'minContains', schemaPath, `${expected}, but has ${matches}`, { minContains })
}

/** `maxContains` */
export function reportMaxContains(
  place: Place,
  schemaPath: string,
  maxContains: number,
  matches: number,
): void {
  const expected = `must have at most ${quantity(maxContains, 'item')} matching the schema under "contains"`
  addIssue(place, 'maxContains', schemaPath, `${expected}, but has ${matches}`, { maxContains })
}
