import { code, literal } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import type { Decisions } from '../decisions.js'
import { evaluatesItem } from '../evaluated.js'
import { arrayFacets } from '../facets.js'
import {
  containsFacets,
  countMatches,
  indexVariable,
  itemLoop,
  itemVariable,
  noMoreItems,
  prefixSubjects,
  readPrefix,
} from '../items.js'
import { anyOf, isTrue, not } from '../logic.js'
import type { Scope } from '../scope.js'
import { inner, type Subject } from '../subject.js'
import { condition } from './condition.js'
import { must, run, type Step } from './steps.js'

/** What is checked of a value that is known to be an array. */
export function arraySteps(subject: Subject, scope: Scope): Step[] {
  return [
    ...arrayFacets(subject).map(must),
    ...prefixSteps(subject, scope),
    ...itemSteps(subject, scope),
    ...noMoreItems(subject).map(must),
    ...containsSteps(subject, scope),
  ]
}

function prefixSteps(subject: Subject, scope: Scope): Step[] {
  const { minItems = 0 } = subject.schema
  const valid = prefixSubjects(subject).flatMap((item, index) => {
    if (acceptsAll(item.schema)) return []
    const isValid = condition(item, scope)
    const isMissing = code`${subject.value}.length < ${literal(index + 1)}`
    return [index < minItems ? isValid : anyOf([isMissing, isValid])]
  })
  return [...readPrefix(subject, code`${valid}`).map(run), ...valid.map(must)]
}

function itemSteps(subject: Subject, scope: Scope): Step[] {
  const { schema, value, name } = subject
  const { items, prefixItems = [] } = schema
  if (items === undefined || items.boolean === false || acceptsAll(items)) return []
  const valid = condition(inner(subject, items, itemVariable, `${name}Item`), scope)
  return [run(itemLoop(value, { from: prefixItems.length, do: [code`if (${not(valid)}) return false`] }))]
}

function containsSteps(subject: Subject, scope: Scope): Step[] {
  return [
    ...countMatches(subject, (item) => condition(item, scope)).map(run),
    ...containsFacets(subject.schema).map(must),
  ]
}

/** `unevaluatedItems`; what of the composition decides what is evaluated is added to `decisions`. */
export function unevaluatedItemsSteps(subject: Subject, decisions: Decisions, scope: Scope): Step[] {
  const { schema, value, name } = subject
  const item = itemVariable
  const evaluated = evaluatesItem(subject, decisions, scope, { index: indexVariable, item })
  const valid = condition(inner(subject, schema.unevaluatedItems!, item, `${name}Unevaluated`), scope)
  const holds = anyOf([evaluated, valid])
  return isTrue(holds) ? [] : [run(itemLoop(value, { do: [code`if (${not(holds)}) return false`] }))]
}
