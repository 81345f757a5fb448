import { type Code, code, join, literal, local } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import { arrayFacets } from '../facets.js'
import { containsFacets, itemVariable, noMoreItems, prefixSubjects } from '../items.js'
import { anyOf, not } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { condition } from './condition.js'
import { must, run, type Step } from './steps.js'

/** What is checked of a value that is known to be an array. */
export function arraySteps(subject: Subject, scope: Scope): Step[] {
  return [
    ...arrayFacets(subject).map(({ holds }) => must(holds)),
    ...prefixSteps(subject, scope),
    ...itemSteps(subject, scope),
    ...noMoreItems(subject).map(({ holds }) => must(holds)),
    ...containsSteps(subject, scope),
  ]
}

function prefixSteps(subject: Subject, scope: Scope): Step[] {
  const { value } = subject
  const checked = prefixSubjects(subject)
  if (checked.every((item) => acceptsAll(item.schema))) return []
  return [
    run(
      code`const [${join(
        checked.map((item) => item.value),
        ', ',
      )}] = ${value}`,
    ),
    ...checked.flatMap((item, index) =>
      acceptsAll(item.schema)
        ? []
        : [must(anyOf([code`${value}.length <= ${literal(index)}`, condition(item, scope)]))],
    ),
  ]
}

function itemSteps({ schema, value, name }: Subject, scope: Scope): Step[] {
  const { items, prefixItems = [] } = schema
  if (items === undefined || items.boolean === false || acceptsAll(items)) return []
  const item = itemVariable
  const rest: Code = prefixItems.length === 0 ? value : code`${value}.slice(${literal(prefixItems.length)})`
  const valid = condition({ schema: items, value: item, name: `${name}Item` }, scope)
  return [run(code`for (const ${item} of ${rest}) if (${not(valid)}) return false`)]
}

function containsSteps({ schema, value, name }: Subject, scope: Scope): Step[] {
  const { contains } = schema
  const limits = containsFacets(schema)
  if (contains === undefined || limits.length === 0) return []
  const matches = local('matches')
  const matching = condition({ schema: contains, value: itemVariable, name: `${name}Match` }, scope)
  return [
    run(code`
      let ${matches} = 0
      for (const ${itemVariable} of ${value}) if (${matching}) ${matches} += 1
    `),
    ...limits.map(({ holds }) => must(holds)),
  ]
}
