import { type Code, code, literal } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import { allowedTypes, constrains, isScalar } from '../analysis.js'
import { numberFacets, stringFacets } from '../facets.js'
import { anyOf } from '../logic.js'
import { isArray, isObject } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { typeTest } from '../type-test.js'
import { valuesFacet } from '../values.js'
import { arraySteps } from './array.js'
import { calledCondition, compositionConditions } from './composition.js'
import { scalarConditions } from './condition.js'
import { objectSteps } from './object.js'
import { bodyOf, must, provided, type Step } from './steps.js'

/** The body of the function that returns whether `value` is valid. */
export function isBody(subject: Subject, scope: Scope): Code {
  const { schema } = subject
  if (schema.boolean !== undefined) return code`return ${literal(schema.boolean)}`
  const own = isScalar(schema) ? scalarConditions(subject, scope).map(must) : structuredSteps(subject, scope)
  return bodyOf([...own, ...compositionConditions(subject, scope, calledCondition).map(must)])
}

function structuredSteps(subject: Subject, scope: Scope): Step[] {
  const { schema, value } = subject
  const types = allowedTypes(schema)
  const values = valuesFacet(subject, scope)
  const afterwards = values === undefined ? [] : [must(values.holds)]
  const only = types?.length === 1 ? types[0] : undefined
  if (only !== undefined)
    return [must(typeTest(only, value)), ...stepsFor(only, subject, scope), ...afterwards]
  const allowed = types === undefined ? [] : [must(anyOf(types.map((type) => typeTest(type, value))))]
  return [...allowed, ...conditionalSteps(subject, scope, types), ...afterwards]
}

/** What is checked of a value of one type. */
function stepsFor(type: TypeName, subject: Subject, scope: Scope): Step[] {
  if (type === 'object') return objectSteps(subject, scope)
  if (type === 'array') return arraySteps(subject, scope)
  if (type === 'string') return stringFacets(subject, scope).map(({ holds }) => must(holds))
  return type === 'null' || type === 'boolean' ? [] : numberFacets(subject).map(({ holds }) => must(holds))
}

/** What is checked of a value that may be of several types, each behind a test of its type. */
function conditionalSteps(subject: Subject, scope: Scope, types: readonly TypeName[] | undefined): Step[] {
  const { schema, value } = subject
  const occurring = (['string', 'number', 'array', 'object'] as const).filter(
    (type) =>
      constrains(schema, type) &&
      (types === undefined || types.includes(type) || (type === 'number' && types.includes('integer'))),
  )
  const tests = {
    string: code`typeof ${value} === 'string'`,
    number: code`typeof ${value} === 'number'`,
    array: code`${isArray}(${value})`,
    object: code`${isObject}(${value})`,
  }
  return occurring.flatMap((type) => {
    const steps = stepsFor(type, subject, scope)
    return steps.length === 0 ? [] : [provided(tests[type], steps)]
  })
}
