import { type Code, code, literal } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { acceptsAll, allowedTypes, isOnlyReference, isScalar } from '../analysis.js'
import { blobFacet } from '../blob.js'
import { type Report, reportedAs, schemaPath, type Where } from '../facet.js'
import { numberFacets, stringFacets } from '../facets.js'
import { condition } from '../is/condition.js'
import { not } from '../logic.js'
import type { Scope } from '../scope.js'
import { referencesIn } from '../subschemas.js'
import type { Subject } from '../subject.js'
import { typeFacet } from '../type-test.js'
import { valuesFacet } from '../values.js'
import { finding, guarded, type Statement } from './statement.js'

/** A subject, and where it is. */
export interface Checked extends Subject {
  readonly where: Where
}

/**
 * The statements that report the issues of a value: comparisons where that is all it takes, else the call of a function, made only
 * if the value is not valid. Inside a cycle of references it is made in any case, as to ask at every level would take quadratic
 * time, but for one that branches, where time would double at every level.
 */
export function checkStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, where } = checked
  if (acceptsAll(schema)) return []
  if (schema.boolean === false) return [reportAny(schema)(where)]
  if (isScalar(schema)) return scalarStatements(checked, scope)
  const report = code`${reportingFunction(checked, scope)}(${value}, ${where.argument})`
  return recurs(checked, scope) ? [report] : [{ when: not(condition(checked, scope)), report, otherwise: [] }]
}

/** The report of any value by the schema `false`. */
function reportAny(schema: Schema): Report {
  return reportedAs({
    keyword: 'false',
    message: literal('must be absent'),
    schemaPath: schemaPath(schema),
  })
}

/** The function that reports the issues of a schema. */
export function reportingFunction(checked: Checked, scope: Scope): Code {
  const { schema } = checked
  return isOnlyReference(schema) ? scope.checkNamed(schema.ref.name) : scope.checkPart(checked)
}

function recurs({ schema, cycle }: Checked, { facts }: Scope): boolean {
  if (cycle === undefined) return false
  return referencesIn(schema).some((name) => facts.cycleOf(name) === cycle && !facts.isBranching(name))
}

/** The statements for a scalar schema. */
export function scalarStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, where } = checked
  if (schema.blob === true) return [finding(blobFacet(checked), where)]
  const values = valuesFacet(checked, scope)
  const types = allowedTypes(schema)
  const strings = stringFacets(checked, scope).map((facet) => finding(facet, where))
  const numbers = numberFacets(checked).map((facet) => finding(facet, where))
  const afterwards = values === undefined ? [] : [finding(values, where)]
  if (values !== undefined && strings.length + numbers.length === 0) return afterwards
  const branches = [
    ...(checked.isString === true ? strings : guarded(code`typeof ${value} === 'string'`, strings)),
    ...guarded(code`typeof ${value} === 'number'`, numbers),
  ]
  if (types === undefined) return [...branches, ...afterwards]
  const only = types.length === 1 ? types[0] : undefined
  const right = only === undefined ? branches : only === 'string' ? strings : numbers
  const isNumeric = only === 'number' || only === 'integer'
  const applies = only === undefined || only === 'string' || isNumeric
  return [finding(typeFacet(types, checked), where, [...(applies ? right : []), ...afterwards])]
}
