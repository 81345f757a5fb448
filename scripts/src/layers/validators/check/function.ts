import { type Code, code, join } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import { allowedTypes, assertionsOf, constrainedTypes, isScalar } from '../analysis.js'
import { numberFacets, stringFacets } from '../facets.js'
import { readProperties, type ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import { pathArguments } from '../schema-path.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { branchTest, typeFacet } from '../type-test.js'
import { valuesFacet } from '../values.js'
import { arrayStatements, unevaluatedItemsStatements } from './array.js'
import { compositionStatements } from './composition.js'
import { objectStatements, unevaluatedPropertiesStatements } from './object.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements, scalarStatements } from './statements.js'
import { called, declarePlace, here, placeArguments } from './where.js'

/**
 * The body of the function `check` that reports the issues of `value`. A value of the wrong type is not looked at any further.
 * @param again the function itself.
 */
export function checkBody(subject: Subject, again: Code, scope: Scope): Code {
  const { schema } = subject
  if (schema.boolean !== undefined || isScalar(schema)) {
    const checked = { ...subject, where: called(schema) }
    const statements =
      schema.boolean === undefined ? scalarStatements(checked, scope) : checkStatements(checked, scope)
    return code`${[...checked.where.schemaPath.declaration, ...printStatements(statements)]}`
  }
  const where = here(schema)
  const statements = printStatements(structuredStatements({ ...subject, where }, again, scope))
  if (statements.length === 0) return code`${[]}`
  const deferred = code`if (${helper('put-off', 'isPutOff')}(at, ${again}, value)) return`
  return code`
    ${declarePlace}
    ${where.schemaPath.declaration}
    ${subject.cycle === undefined ? [] : deferred}
    ${statements}
  `
}

function structuredStatements(checked: Checked, again: Code, scope: Scope): Statement[] {
  const { schema, value, where } = checked
  const types = allowedTypes(schema)
  const values = valuesFacet(checked, scope)
  const afterwards = values === undefined ? [] : [finding(values, where)]
  const only = types?.length === 1 ? types[0] : undefined
  if (only === 'object') return objectFunction(checked, afterwards, again, scope)
  const allowed = types === undefined ? [] : [wrongType(types, checked)]
  const own = (type: TypeName) => statementsFor(type, checked, again, scope)
  const last = (type: TypeName) => unevaluatedStatements(type, checked, scope)
  return [
    ...allowed,
    ...(only === undefined ? branches(schema, value, types, own) : own(only)),
    ...afterwards,
    ...(only === undefined ? branches(schema, value, types, last) : last(only)),
    ...compositionStatements(checked, scope),
  ]
}

function wrongType(types: readonly TypeName[], checked: Checked): Code {
  const { fails, report } = typeFacet(types, checked)
  return code`
    if (${fails}) {
      return ${report(checked.where)}
    }
  `
}

/** The statements where the value can only be an object: parts of compositions can be decided on its properties. */
function objectFunction(
  checked: Checked,
  afterwards: readonly Statement[],
  again: Code,
  scope: Scope,
): Statement[] {
  const properties = readProperties(checked)
  return [
    wrongType(['object'], checked),
    ...reading(checked, properties, again, [
      ...objectStatements(checked, properties, scope),
      ...afterwards,
      ...unevaluatedStatements('object', checked, scope),
      ...compositionStatements({ ...checked, variable: properties.variable }, scope),
    ]),
  ]
}

/** Statements with the properties that they use read before them; an object that inherits others is looked at as a copy. */
function reading(
  { schema, value }: Checked,
  properties: ReadProperties,
  again: Code,
  statements: readonly Statement[],
): Statement[] {
  if (statements.length === 0 && !assertionsOf(schema).includes('unevaluatedProperties')) return []
  const mayInherit = code`${properties.prototype} !== Object.prototype && ${helper('types', 'inherits')}(${value})`
  const copying = code`if (${mayInherit}) return ${again}(${join([code`{ ...${value} }`, ...pathArguments(schema), placeArguments], ', ')})`
  return [...properties.read(code`${[copying, ...printStatements(statements)]}`), copying, ...statements]
}

/** What is reported of a value that is known to be of a type. */
function statementsFor(type: TypeName, checked: Checked, again: Code, scope: Scope): Statement[] {
  if (type === 'object') {
    const properties = readProperties(checked)
    return reading(checked, properties, again, objectStatements(checked, properties, scope))
  }
  if (type === 'array') return arrayStatements(checked, scope)
  const facets =
    type === 'string'
      ? stringFacets(checked, scope)
      : type === 'number' || type === 'integer'
        ? numberFacets(checked)
        : []
  return facets.map((facet) => finding(facet, checked.where))
}

function unevaluatedStatements(type: TypeName, checked: Checked, scope: Scope): Statement[] {
  const asserted = assertionsOf(checked.schema)
  if (type === 'object' && asserted.includes('unevaluatedProperties')) {
    return unevaluatedPropertiesStatements(checked, scope)
  }
  if (type === 'array' && asserted.includes('unevaluatedItems')) {
    return unevaluatedItemsStatements(checked, scope)
  }
  return []
}

/** What is reported of a value that may be of several types, each behind a test of its type. */
function branches(
  schema: Checked['schema'],
  value: Code,
  types: readonly TypeName[] | undefined,
  statementsOf: (type: TypeName) => Statement[],
): Statement[] {
  return constrainedTypes(schema, types).flatMap((type) =>
    guarded(branchTest(type, value), statementsOf(type)),
  )
}
