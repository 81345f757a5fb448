import { code, literal, local } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import { Decisions } from '../decisions.js'
import { evaluatesItem } from '../evaluated.js'
import { arrayFacets } from '../facets.js'
import { condition } from '../is/condition.js'
import {
  containsFacets,
  countMatches,
  itemVariable,
  noMoreItems,
  prefixSubjects,
  readPrefix,
} from '../items.js'
import { anyOf } from '../logic.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import { inner } from '../subject.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements } from './statements.js'

/** The statements for a value that is known to be an array. */
export function arrayStatements(checked: Checked, scope: Scope): Statement[] {
  return [
    ...arrayFacets(checked).map((facet) => finding(facet, checked.place)),
    ...prefixStatements(checked, scope),
    ...itemStatements(checked, scope),
    ...noMoreItems(checked).map((facet) => finding(facet, checked.place)),
    ...containsStatements(checked, scope),
  ]
}

function prefixStatements(checked: Checked, scope: Scope): Statement[] {
  const checks = prefixSubjects(checked).flatMap((item, index) => {
    const place = code`${helper('place', 'itemAt')}(${checked.place}, ${literal(index)})`
    return guarded(
      code`${checked.value}.length > ${literal(index)}`,
      checkStatements({ ...item, place }, scope),
    )
  })
  return [...readPrefix(checked), ...checks]
}

const index = local('index')

function itemStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, name, place } = checked
  const { items, prefixItems = [] } = schema
  if (items === undefined || items.boolean === false || acceptsAll(items)) return []
  const item = {
    ...inner(checked, items, itemVariable, `${name}Item`),
    place: code`${helper('place', 'itemAt')}(${place}, ${index})`,
  }
  const isDescribed = prefixItems.length === 0 ? [] : [code`${index} < ${literal(prefixItems.length)}`]
  return [
    code`
      for (const [${index}, ${itemVariable}] of ${value}.entries()) {
        if (${anyOf([...isDescribed, code`${helper('place', 'isFull')}(${place})`])}) continue
        ${printStatements(checkStatements(item, scope))}
      }
    `,
  ]
}

function containsStatements(checked: Checked, scope: Scope): Statement[] {
  return [
    ...countMatches(checked, (item) => condition(item, scope)),
    ...containsFacets(checked.schema).map((facet) => finding(facet, checked.place)),
  ]
}

/** The statements for `unevaluatedItems` of an array. */
export function unevaluatedItemsStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, name, place } = checked
  const decisions = new Decisions(checked, scope)
  const isEvaluated = evaluatesItem(checked, decisions, scope, { index, item: itemVariable })
  const item = {
    ...inner(checked, schema.unevaluatedItems!, itemVariable, `${name}Unevaluated`),
    place: code`${helper('place', 'itemAt')}(${place}, ${index})`,
  }
  return [
    ...decisions.statements,
    code`
      for (const [${index}, ${itemVariable}] of ${value}.entries()) {
        if (${anyOf([isEvaluated, code`${helper('place', 'isFull')}(${place})`])}) continue
        ${printStatements(checkStatements(item, scope))}
      }
    `,
  ]
}
