/** What tells the alternatives of `anyOf` or `oneOf` apart. */
import type { Discriminator, Schema } from '../../model/types.js'
import type { Facts, Primitive, ValueType } from './facts.js'

/** A property whose value tells which alternative an object is meant to be. */
export interface Tag {
  readonly property: string
  /** The values of each alternative, in their order; no value is of two of them. */
  readonly values: readonly (readonly Primitive[])[]
}

/** Whether no value matches two of the alternatives, as their types or tags show. */
export function isExclusive(alternatives: readonly Schema[], facts: Facts): boolean {
  return haveOwnTypes(alternatives, facts) || tagOf(alternatives, facts) !== undefined
}

/** Whether each alternative accepts other types of values than all others. */
export function haveOwnTypes(alternatives: readonly Schema[], facts: Facts): boolean {
  const types = alternatives.flatMap((it) => facts.types(it))
  return new Set<ValueType>(types).size === types.length
}

/**
 * The property that tells the alternatives apart, if there is one and all of them accept objects only; that of the discriminator
 * if it is one of several.
 */
export function tagOf(
  alternatives: readonly Schema[],
  facts: Facts,
  discriminator?: Discriminator,
): Tag | undefined {
  if (alternatives.length < 2 || !alternatives.every((it) => isObjectOnly(facts.types(it)))) return undefined
  const fixed = alternatives.map((it) => facts.fixedProperties(it))
  const [first] = fixed
  const named = discriminator === undefined ? [] : [discriminator.property]
  for (const property of [...named, ...first!.keys()]) {
    const values = fixed.map((it) => it.get(property))
    const known = values.filter((it) => it !== undefined)
    if (known.length === values.length && areDisjoint(known)) return { property, values: known }
  }
  return undefined
}

function isObjectOnly(types: readonly ValueType[]): boolean {
  return types.length === 1 && types[0] === 'object'
}

function areDisjoint(lists: readonly (readonly Primitive[])[]): boolean {
  const all = lists.flatMap((list) => [...new Set(list)])
  return new Set(all).size === all.length
}
