import { type Code, code, literal, local } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { type Facet, reportCall } from './facet.js'
import { atLeast, atMost } from './facets.js'
import type { Subject } from './subject.js'

/** The variable that a loop over an array holds its item in. */
export const itemVariable: Code = local('item')

/** The first items, each with the schema that `prefixItems` has for it, in variables of their own. */
export function prefixSubjects({ schema, name }: Subject): Subject[] {
  return (schema.prefixItems ?? []).map((item, index) => ({
    schema: item,
    value: local(`item${index}`),
    name: `${name}Item${index + 1}`,
  }))
}

/** The facet of `items: false`: nothing may follow the items that `prefixItems` describes. */
export function noMoreItems({ schema, value }: Subject): Facet[] {
  if (schema.items?.boolean !== false) return []
  const limit = schema.prefixItems?.length ?? 0
  return atMost(code`${value}.length`, limit, () =>
    reportCall('report-array', 'items', [literal(limit), value]),
  )
}

/** What must hold of the variable `matches`, the number of items that `contains` accepts. */
export function containsFacets({ minContains, maxContains }: Schema): Facet[] {
  const matches = local('matches')
  const report = (keyword: string) => (limit: number) =>
    reportCall('report-array', keyword, [literal(limit), matches])
  const least =
    minContains === undefined
      ? atLeast(matches, 1, () => reportCall('report-array', 'contains', []))
      : atLeast(matches, minContains || undefined, report('minContains'))
  return [...least, ...atMost(matches, maxContains, report('maxContains'))]
}
