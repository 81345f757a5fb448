import { type Code, code, identifier, literal } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import { allowedTypes, constrains, isScalar } from '../analysis.js'
import { numberFacets, stringFacets } from '../facets.js'
import { helper, isArray, isObject } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { typeFacet } from '../type-test.js'
import { valuesFacet } from '../values.js'
import { arrayStatements } from './array.js'
import { compositionStatements } from './composition.js'
import { objectStatements } from './object.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements, scalarStatements } from './statements.js'

/** The body of the function that reports the issues of `value`. A value of the wrong type is not looked at any further. */
export function checkBody(subject: Subject, scope: Scope): Code {
  const { schema } = subject
  const checked = { ...subject, place: identifier('at') }
  const statements = printStatements(
    schema.boolean === undefined
      ? [...ownStatements(checked, scope), ...compositionStatements(checked, scope)]
      : checkStatements(checked, scope),
  )
  if (statements.length === 0) return code`${[]}`
  return code`
    const at = ${helper('place', 'within')}(place, ${literal(`#${schema.pointer}`)})
    ${statements}
  `
}

function ownStatements(checked: Checked, scope: Scope): Statement[] {
  if (isScalar(checked.schema)) return scalarStatements(checked, scope)
  const types = allowedTypes(checked.schema)
  const values = valuesFacet(checked, scope)
  const afterwards = values === undefined ? [] : [finding(values, checked.place)]
  if (types === undefined) return [...branches(checked, scope, undefined), ...afterwards]
  const { fails, report } = typeFacet(types, checked.value)
  const wrong = code`if (${fails}) return ${report(checked.place)}`
  const right =
    types.length === 1 ? statementsFor(types[0]!, checked, scope) : branches(checked, scope, types)
  return [wrong, ...right, ...afterwards]
}

/** What is reported of a value that is known to be of a type. */
function statementsFor(type: TypeName, checked: Checked, scope: Scope): Statement[] {
  if (type === 'object') return objectStatements(checked, scope)
  if (type === 'array') return arrayStatements(checked, scope)
  const facets =
    type === 'string'
      ? stringFacets(checked, scope)
      : type === 'number' || type === 'integer'
        ? numberFacets(checked)
        : []
  return facets.map((facet) => finding(facet, checked.place))
}

/** What is reported of a value that may be of several types, each behind a test of its type. */
function branches(checked: Checked, scope: Scope, types: readonly TypeName[] | undefined): Statement[] {
  const { schema, value } = checked
  const tests = {
    string: code`typeof ${value} === 'string'`,
    number: code`typeof ${value} === 'number'`,
    array: code`${isArray}(${value})`,
    object: code`${isObject}(${value})`,
  }
  const occurring = (['string', 'number', 'array', 'object'] as const).filter(
    (type) =>
      constrains(schema, type) &&
      (types === undefined || types.includes(type) || (type === 'number' && types.includes('integer'))),
  )
  return occurring.flatMap((type) => guarded(tests[type], statementsFor(type, checked, scope)))
}
