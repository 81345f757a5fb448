import { type Code, code, join } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import { acceptsAll, allowedTypes, isOnlyReference, isScalar } from '../analysis.js'
import { reporting, type Where } from '../facet.js'
import { numberFacets, stringFacets } from '../facets.js'
import { condition } from '../is/condition.js'
import { not } from '../logic.js'
import { placeType, stepType } from '../runtime.js'
import { pathArguments } from '../schema-path.js'
import type { Scope } from '../scope.js'
import { referencesIn } from '../subschemas.js'
import type { Subject } from '../subject.js'
import { typeFacet } from '../type-test.js'
import { valueStatements } from '../value-type.js'
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
  const { schema, where } = checked
  if (acceptsAll(schema)) return []
  if (schema.boolean === false) return [reporting('reportFalse', [], schema)(where)]
  if (isScalar(schema)) return scalarStatements(checked, scope)
  const report = reportingCall(checked, scope)
  return recurs(checked, scope) ? [report] : [{ when: not(condition(checked, scope)), report, otherwise: [] }]
}

/** The call that reports the issues of a schema. */
export function reportingCall({ value, where, ...subject }: Checked, scope: Scope): Code {
  const { check, path } = reportingBy({ ...subject, value, where }, scope)
  return code`${check}(${join([value, ...path, where.argument], ', ')})`
}

/** The function that reports the issues of a schema, of which the place of the schema is known already. */
export function reportingFunction(subject: Checked, scope: Scope): Code {
  const { check, path } = reportingBy(subject, scope)
  if (path.length === 0) return check
  return code`(value: unknown, within: ${placeType}, step?: ${stepType}) => ${check}(value, ${join(path, ', ')}, within, step)`
}

/** The function that reports the issues of a schema, and where that stands if it has to be told. */
function reportingBy(
  subject: Checked,
  scope: Scope,
): { readonly check: Code; readonly path: readonly Code[] } {
  const { schema } = subject
  if (isOnlyReference(schema)) return { check: scope.checkNamed(schema.ref.name), path: [] }
  const shared = scope.shared(schema)
  if (shared !== undefined) return { check: shared.check, path: [subject.where.schemaPath.of(schema)] }
  return { check: scope.checkPart(subject), path: pathArguments(schema) }
}

function recurs({ schema, cycle }: Checked, { facts }: Scope): boolean {
  if (cycle === undefined) return false
  return referencesIn(schema).some((name) => facts.cycleOf(name) === cycle && !facts.isBranching(name))
}

/** The statements for a scalar schema. */
export function scalarStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, where } = checked
  if (schema.value !== undefined) return valueStatements(checked, where)
  const values = valuesFacet(checked, scope)
  const types = allowedTypes(schema)
  const strings = stringFacets(checked, scope).map((facet) => finding(facet, where))
  const numbers = numberFacets(checked).map((facet) => finding(facet, where))
  const afterwards = values === undefined ? [] : [finding(values, where)]
  if (values !== undefined && strings.length + numbers.length === 0) return afterwards
  const isAllowed = (...names: TypeName[]): boolean =>
    types === undefined || names.some((name) => types.includes(name))
  const ofString = checked.isString === true ? strings : guarded(code`typeof ${value} === 'string'`, strings)
  // Whoever has ruled a type out already may not ask for it: the compiler knows that there is nothing left.
  const branches = [
    ...(isAllowed('string') ? ofString : []),
    ...(isAllowed('number', 'integer') ? guarded(code`typeof ${value} === 'number'`, numbers) : []),
  ]
  if (types === undefined) return [...branches, ...afterwards]
  const only = types.length === 1 ? types[0] : undefined
  const right = only === undefined ? branches : only === 'string' ? strings : numbers
  const isNumeric = only === 'number' || only === 'integer'
  const applies = only === undefined || only === 'string' || isNumeric
  return [finding(typeFacet(types, checked), where, [...(applies ? right : []), ...afterwards])]
}
