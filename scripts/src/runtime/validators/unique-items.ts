import { canonicalText } from './canonical-text.js'
import { isEqual } from './equal.js'

/** The indexes of two equal items. */
export interface Duplicate {
  readonly first: number
  readonly second: number
}

/** Whether no two items are equal (JSON Schema Validation 6.4.3). Takes time in proportion to the size of the items. */
export function hasUniqueItems(items: readonly unknown[]): boolean {
  return duplicateOf(items) === undefined
}

/** The indexes of an item that occurred before, and of that earlier one. */
export function duplicateOf(items: readonly unknown[]): Duplicate | undefined {
  return items.length <= FEW ? duplicateOfFew(items) : duplicateOfMany(items)
}

/** Up to so many items are compared each with each, which needs no memory. */
const FEW = 16

function duplicateOfFew(items: readonly unknown[]): Duplicate | undefined {
  for (let second = 1; second < items.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      if (isEqual(items[first], items[second])) return { first, second }
    }
  }
  return undefined
}

/**
 * Looks items up by texts that are the same for equal items only. Numbers are not looked up themselves, as engines hash them without
 * a secret, so that a hostile sender could make all collide; sorting them is faster than making texts of them. Long texts are sorted
 * because engines hash little more of them than their length.
 */
function duplicateOfMany(items: readonly unknown[]): Duplicate | undefined {
  const seen = new Map<string, number>()
  const numbers: number[] = []
  const longTexts: string[] = []
  for (let second = 0; second < items.length; second += 1) {
    const item = items[second]
    if (typeof item === 'number') {
      numbers.push(item)
      continue
    }
    const text = itemText(item)
    if (text.length > MAX_HASHED) {
      longTexts.push(text)
      continue
    }
    const first = seen.get(text)
    if (first !== undefined) return { first, second }
    seen.set(text, second)
  }
  const number = repeatedNeighbour(new Float64Array(numbers).sort())
  if (number !== undefined) return firstTwo(items, (item) => item === number)
  const text = repeatedNeighbour(longTexts.sort())
  return text === undefined ? undefined : firstTwo(items, (item) => itemText(item) === text)
}

/** V8 hashes texts up to 16,383 code units in full, longer ones by their length. */
const MAX_HASHED = 10_000

/** The text of an item that is no number. */
function itemText(item: unknown): string {
  if (typeof item !== 'string') return `#${canonicalText(item)}`
  // Some engines hash digits without a secret, so a text must not begin with one; nor as those of other items and of this rule do.
  return item.charCodeAt(0) <= CODE_OF_NINE ? `"${item}` : item
}

/** Code unit of the digit 9; those of all digits, `"` and `#` are below. */
const CODE_OF_NINE = 0x39

function repeatedNeighbour<T extends number | string>(sorted: ArrayLike<T>): T | undefined {
  for (let index = 1; index < sorted.length; index += 1) {
    if (sorted[index] === sorted[index - 1]) return sorted[index]
  }
  return undefined
}

function firstTwo(items: readonly unknown[], isMeant: (item: unknown) => boolean): Duplicate {
  const first = items.findIndex(isMeant)
  return { first, second: items.findIndex((item, index) => index > first && isMeant(item)) }
}
