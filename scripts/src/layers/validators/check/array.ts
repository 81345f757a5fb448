import { code, literal } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import { Decisions } from '../decisions.js'
import { evaluatesItem } from '../evaluated.js'
import { arrayFacets } from '../facets.js'
import { condition } from '../is/condition.js'
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
import { isTrue, not } from '../logic.js'
import type { Scope } from '../scope.js'
import { inner } from '../subject.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements } from './statements.js'
import { atItem, notFull } from './where.js'

/** The statements for a value that is known to be an array. */
export function arrayStatements(checked: Checked, scope: Scope): Statement[] {
  return [
    ...arrayFacets(checked).map((facet) => finding(facet, checked.where)),
    ...prefixStatements(checked, scope),
    ...itemStatements(checked, scope),
    ...noMoreItems(checked).map((facet) => finding(facet, checked.where)),
    ...containsStatements(checked, scope),
  ]
}

function prefixStatements(checked: Checked, scope: Scope): Statement[] {
  const checks = prefixSubjects(checked).flatMap((item, index) => {
    const where = atItem(checked.where, literal(index))
    return guarded(
      code`${checked.value}.length > ${literal(index)}`,
      checkStatements({ ...item, where }, scope),
    )
  })
  return [...readPrefix(checked, code`${printStatements(checks)}`), ...checks]
}

function itemStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, name } = checked
  const { items, prefixItems = [] } = schema
  if (items === undefined || items.boolean === false || acceptsAll(items)) return []
  const item = {
    ...inner(checked, items, itemVariable, `${name}Item`),
    where: atItem(checked.where, indexVariable),
  }
  return [
    itemLoop(value, {
      from: prefixItems.length,
      while: notFull,
      do: printStatements(checkStatements(item, scope)),
    }),
  ]
}

function containsStatements(checked: Checked, scope: Scope): Statement[] {
  return [
    ...countMatches(checked, (item) => condition(item, scope)),
    ...containsFacets(checked.schema).map((facet) => finding(facet, checked.where)),
  ]
}

/** The statements for `unevaluatedItems` of an array. */
export function unevaluatedItemsStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, name } = checked
  const decisions = new Decisions(checked, scope)
  const isEvaluated = evaluatesItem(checked, decisions, scope, {
    index: indexVariable,
    item: itemVariable,
  })
  const item = {
    ...inner(checked, schema.unevaluatedItems!, itemVariable, `${name}Unevaluated`),
    where: atItem(checked.where, indexVariable),
  }
  if (isTrue(isEvaluated)) return []
  const statements = guarded(not(isEvaluated), checkStatements(item, scope))
  return [...decisions.statements, itemLoop(value, { while: notFull, do: printStatements(statements) })]
}
