import { type Code, code, literal } from '../../../emit/index.js'
import type { TypeName } from '../../../model/types.js'
import { allowedTypes, assertionsOf, constrainedTypes, isScalar } from '../analysis.js'
import { tagOf } from '../alternatives.js'
import { Decisions } from '../decisions.js'
import { numberFacets, stringFacets } from '../facets.js'
import { anyOf } from '../logic.js'
import { readProperties, type ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { valuesFacet } from '../values.js'
import { arraySteps, unevaluatedItemsSteps } from './array.js'
import { compositionConditions } from './composition.js'
import { scalarConditions } from './condition.js'
import { objectSteps, unevaluatedPropertiesSteps } from './object.js'
import { bodyOf, must, provided, run, type Step, textOf } from './steps.js'
import { switchByTag } from './switch.js'
import { asObject, branchesOn, isOfType, narrowsTo } from './type.js'

/** What a function that is being printed calls itself with, should the value have to be looked at another way. */
export type Again = (value: Code) => Code

/** The body of the function that returns whether `value` is valid. */
export function isBody(subject: Subject, again: Again, scope: Scope): Code {
  const { schema } = subject
  if (schema.boolean !== undefined) return code`return ${literal(schema.boolean)}`
  const [only, ...others] = assertionsOf(schema)
  if (others.length === 0 && (only === 'oneOf' || only === 'anyOf')) {
    const tag = tagOf(schema[only]!, scope.facts)
    if (tag !== undefined && tag.values.length > 2) return switchByTag(subject, schema[only]!, tag, scope)
  }
  return bodyOf(isScalar(schema) ? scalarSteps(subject, scope) : structuredSteps(subject, again, scope))
}

function scalarSteps(subject: Subject, scope: Scope): Step[] {
  return scalarConditions(subject, scope).map(must)
}

function structuredSteps(subject: Subject, again: Again, scope: Scope): Step[] {
  const { schema, value } = subject
  const types = allowedTypes(schema)
  const values = valuesFacet(subject, scope)
  const afterwards = values === undefined ? [] : [must(values.holds)]
  const decisions = new Decisions(subject, scope)
  const isDecided = schema.unevaluatedItems !== undefined || schema.unevaluatedProperties !== undefined
  const decided = isDecided ? { ...subject, decided: decisions } : subject
  const only = types?.length === 1 ? types[0] : undefined
  if (only === 'object') return objectFunction(decided, decisions, afterwards, again, scope)
  const unevaluated = (type: TypeName) => unevaluatedSteps(type, subject, decisions, scope)
  if (only !== undefined) {
    const last = unevaluated(only)
    return [
      must(narrowsTo(only, value)),
      ...decisions.statements.map(run),
      ...stepsFor(only, decided, again, scope),
      ...afterwards,
      ...last,
      ...compositionConditions(decided, scope).map(must),
    ]
  }
  const allowed = types === undefined ? [] : [must(anyOf(types.map((type) => isOfType(type, value).holds)))]
  const own = conditionalSteps(decided, types, (type) => stepsFor(type, decided, again, scope))
  const last = conditionalSteps(decided, types, unevaluated)
  return [
    ...allowed,
    ...decisions.statements.map(run),
    ...own,
    ...afterwards,
    ...last,
    ...compositionConditions(decided, scope).map(must),
  ]
}

/** The steps where the value can only be an object: parts of compositions can be printed on its properties. */
function objectFunction(
  subject: Subject,
  decisions: Decisions,
  afterwards: readonly Step[],
  again: Again,
  scope: Scope,
): Step[] {
  const properties = readProperties(subject)
  const last = unevaluatedSteps('object', subject, decisions, scope)
  const onVariables = { ...subject, variable: properties.variable }
  return [
    must(isOfType('object', subject.value)),
    ...reading(subject, properties, again, [
      ...decisions.statements.map(run),
      ...objectSteps(subject, properties, scope),
      ...afterwards,
      ...last,
      ...compositionConditions(onVariables, scope).map(must),
    ]),
  ]
}

/**
 * Steps with the properties that they use read before them. What an object inherits is no property of it, so that one which does
 * inherit is looked at as a copy. Its prototype is read as its properties are, since the engine knows it from then on: to ask for
 * it takes as long as all else that is asked of a small object. (Where a runtime has removed `__proto__`, it is asked for; one
 * that is told to throw there, as by Node's `--disable-proto=throw`, is not supported.)
 */
function reading(
  { schema, value }: Subject,
  properties: ReadProperties,
  again: Again,
  steps: readonly Step[],
): Step[] {
  if (steps.length === 0 && !assertionsOf(schema).includes('unevaluatedProperties')) return []
  const mayInherit = code`${properties.prototype} !== Object.prototype && ${helper('types', 'inherits')}(${value})`
  const copied = run(code`if (${mayInherit}) return ${again(code`{ ...${value} }`)}`)
  const checked = [copied, ...steps]
  return [...properties.read(textOf(checked), asObject(value)).map(run), ...checked]
}

/** What is checked of a value of one type. */
function stepsFor(type: TypeName, subject: Subject, again: Again, scope: Scope): Step[] {
  if (type === 'object') {
    const properties = readProperties(subject)
    return reading(subject, properties, again, objectSteps(subject, properties, scope))
  }
  if (type === 'array') return arraySteps(subject, scope)
  if (type === 'string') return stringFacets(subject, scope).map(must)
  return type === 'null' || type === 'boolean' ? [] : numberFacets(subject).map(({ holds }) => must(holds))
}

function unevaluatedSteps(type: TypeName, subject: Subject, decisions: Decisions, scope: Scope): Step[] {
  const asserted = assertionsOf(subject.schema)
  if (type === 'object' && asserted.includes('unevaluatedProperties')) {
    return unevaluatedPropertiesSteps(subject, decisions, scope)
  }
  if (type === 'array' && asserted.includes('unevaluatedItems')) {
    return unevaluatedItemsSteps(subject, decisions, scope)
  }
  return []
}

/** What is checked of a value that may be of several types, each behind a test of its type. */
function conditionalSteps(
  { schema, value }: Subject,
  types: readonly TypeName[] | undefined,
  stepsOf: (type: TypeName) => Step[],
): Step[] {
  return constrainedTypes(schema, types).flatMap((type) => {
    const steps = stepsOf(type)
    return steps.length === 0 ? [] : [provided(branchesOn(type, value), steps)]
  })
}
