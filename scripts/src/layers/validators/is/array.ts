import { type Code, code, literal } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import { arrayFacets } from '../facets.js'
import {
  containsFacets,
  countMatches,
  itemVariable,
  noMoreItems,
  prefixSubjects,
  readPrefix,
} from '../items.js'
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
  const valid = prefixSubjects(subject).flatMap((item, index) =>
    acceptsAll(item.schema)
      ? []
      : [anyOf([code`${subject.value}.length <= ${literal(index)}`, condition(item, scope)])],
  )
  return [...readPrefix(subject).map(run), ...valid.map(must)]
}

function itemSteps({ schema, value, name }: Subject, scope: Scope): Step[] {
  const { items, prefixItems = [] } = schema
  if (items === undefined || items.boolean === false || acceptsAll(items)) return []
  const item = itemVariable
  const rest: Code = prefixItems.length === 0 ? value : code`${value}.slice(${literal(prefixItems.length)})`
  const valid = condition({ schema: items, value: item, name: `${name}Item` }, scope)
  return [run(code`for (const ${item} of ${rest}) if (${not(valid)}) return false`)]
}

function containsSteps(subject: Subject, scope: Scope): Step[] {
  return [
    ...countMatches(subject, (item) => condition(item, scope)).map(run),
    ...containsFacets(subject.schema).map(({ holds }) => must(holds)),
  ]
}
