import { type Code, code, literal, local } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { acceptsAll } from './analysis.js'
import { type Facet, reporting, reported } from './facet.js'
import { atLeast, atMost, butHas, quantity, reportCount } from './facets.js'
import { allOf } from './logic.js'
import { isUsed } from './runtime.js'
import { inner, type Subject } from './subject.js'

/** The variable that a loop over an array holds its item in. */
export const itemVariable: Code = local('item')

/** The variable that a loop over an array counts with. */
export const indexVariable: Code = local('index')

/** A loop over an array, by index, as that is faster than an iterator. */
export function itemLoop(
  array: Code,
  loop: { readonly from?: number; readonly while?: Code; readonly do: readonly Code[] },
): Code {
  const index = indexVariable
  const goesOn = allOf([code`${index} < ${array}.length`, ...(loop.while === undefined ? [] : [loop.while])])
  const reads = isUsed(itemVariable, code`${loop.do}`)
    ? [code`const ${itemVariable}: unknown = ${array}[${index}]`]
    : []
  return code`
    for (let ${index} = ${literal(loop.from ?? 0)}; ${goesOn}; ${index} += 1) {
      ${[...reads, ...loop.do]}
    }
  `
}

/** The first items, each with the schema that `prefixItems` has for it, in variables of their own. */
export function prefixSubjects(owner: Subject): Subject[] {
  return (owner.schema.prefixItems ?? []).map((item, index) =>
    inner(owner, item, local(`item${index}`), `${owner.name}Item${index + 1}`),
  )
}

/** Reads the first items into their variables, as far as these are used. */
export function readPrefix(subject: Subject, uses: Code): Code[] {
  return prefixSubjects(subject).flatMap(({ value }, index) =>
    isUsed(value, uses) ? [code`const ${value}: unknown = ${subject.value}[${literal(index)}]`] : [],
  )
}

/** Counts the items that `contains` accepts in the variable `matches`. */
export function countMatches(owner: Subject, print: (subject: Subject) => Code): Code[] {
  const { schema, value, name } = owner
  const { contains } = schema
  if (contains === undefined || containsFacets(schema).length === 0) return []
  const matches = local('matches')
  if (acceptsAll(contains)) return [code`const ${matches} = ${value}.length`]
  if (contains.boolean === false) return [code`const ${matches} = 0`]
  const matching = print(inner(owner, contains, itemVariable, `${name}Match`))
  return [code`let ${matches} = 0`, itemLoop(value, { do: [code`if (${matching}) ${matches} += 1`] })]
}

/** The facet of `items: false`: nothing may follow the items that `prefixItems` describes. */
export function noMoreItems({ schema, value }: Subject): Facet[] {
  if (schema.items?.boolean !== false) return []
  const limit = schema.prefixItems?.length ?? 0
  const length = code`${value}.length`
  const message = butHas(`at most ${quantity(limit, 'item', 'items')}`, length)
  return atMost(length, limit, () => reported(schema, 'items', message, { maxItems: limit }))
}

/** What must hold of the variable `matches`, the number of items that `contains` accepts. */
export function containsFacets(schema: Schema): Facet[] {
  const { contains, minContains, maxContains } = schema
  if (contains === undefined) return []
  const matches = local('matches')
  const one = 'item matching the schema under "contains"'
  const many = 'items matching the schema under "contains"'
  const least =
    minContains === undefined
      ? atLeast(matches, 1, () => reporting('reportContains', [], schema, 'contains'))
      : atLeast(matches, minContains || undefined, reportCount(schema, 'minContains', matches, one, many))
  return [...least, ...atMost(matches, maxContains, reportCount(schema, 'maxContains', matches, one, many))]
}
