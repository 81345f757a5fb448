import { type Code, code, literal } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { acceptsAll, allowedTypes, assertionsOf, isOnlyReference, isScalar } from '../analysis.js'
import { numberFacets, stringFacets } from '../facets.js'
import { allOf, anyOf } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { valueConditions } from '../value-type.js'
import { valuesFacet } from '../values.js'
import { choiceCondition } from './choice.js'
import { isBoundedNumber, isOfType, narrowsTo } from './type.js'

/** An expression that is true if the subject is valid: comparisons where that is all it takes, else the call of a function. */
export function condition(subject: Subject, scope: Scope): Code {
  const { schema } = subject
  if (schema.boolean !== undefined) return literal(schema.boolean)
  if (acceptsAll(schema)) return literal(true)
  if (isOnlyReference(schema)) return scope.isNamed(schema.ref.name, subject)
  if (isScalar(schema)) return allOf(scalarConditions(subject, scope))
  const choice = inlineChoice(schema)
  if (choice !== undefined) return choiceCondition(choice, subject, scope, condition)
  return scope.isPart(subject)
}

/** The keyword of a schema that is only a choice between scalars and references, short enough to be written where it is used. */
function inlineChoice(schema: Schema): 'anyOf' | 'oneOf' | undefined {
  const [keyword, ...others] = assertionsOf(schema)
  if (others.length > 0 || (keyword !== 'anyOf' && keyword !== 'oneOf')) return undefined
  const alternatives = schema[keyword]!
  if (alternatives.length > MAX_INLINE_CHOICE) return undefined
  return alternatives.every((part) => isScalar(part) || isOnlyReference(part)) ? keyword : undefined
}

const MAX_INLINE_CHOICE = 4

/** The conditions of a scalar schema. */
export function scalarConditions(subject: Subject, scope: Scope): Code[] {
  const { schema, value } = subject
  if (schema.value !== undefined) return valueConditions(subject)
  const facets = {
    string: stringFacets(subject, scope).map(({ holds }) => holds),
    number: numberFacets(subject).map(({ holds }) => holds),
  }
  const values = valuesFacet(subject, scope)
  const hasFacets = facets.string.length + facets.number.length > 0
  const types = values !== undefined && !hasFacets ? undefined : allowedTypes(schema)
  const typed = types?.map((type) => {
    const holds =
      type === 'string' ? facets.string : type === 'number' || type === 'integer' ? facets.number : []
    if (holds.length === 0) return isOfType(type, value).holds
    const test = type === 'number' ? isBoundedNumber(subject) : narrowsTo(type, value).holds
    return allOf([test, ...holds])
  })
  const untyped = [
    ...(subject.isString === true
      ? facets.string
      : unless(code`typeof ${value} !== 'string'`, facets.string)),
    ...unless(code`typeof ${value} !== 'number'`, facets.number),
  ]
  return [
    ...(typed === undefined ? untyped : [anyOf(typed)]),
    ...(values === undefined ? [] : [values.holds]),
  ]
}

function unless(otherType: Code, holds: readonly Code[]): Code[] {
  return holds.length === 0 ? [] : [anyOf([otherType, allOf(holds)])]
}
