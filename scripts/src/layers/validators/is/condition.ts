import { type Code, code, literal } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { allowedTypes, assertionsOf, isOnlyReference, isScalar } from '../analysis.js'
import { numberFacets, stringFacets } from '../facets.js'
import { allOf, anyOf } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { typeTest } from '../type-test.js'
import { valuesFacet } from '../values.js'
import { compositionConditions } from './composition.js'

/** An expression that is true if the subject is valid: comparisons where that is all it takes, else the call of a function. */
export function condition(subject: Subject, scope: Scope): Code {
  const { schema, value } = subject
  if (schema.boolean !== undefined) return literal(schema.boolean)
  if (isOnlyReference(schema)) return code`${scope.functionOf('is', schema.ref.name)}(${value})`
  if (isScalar(schema)) return allOf(scalarConditions(subject, scope))
  if (isInlineChoice(schema)) return allOf(compositionConditions(subject, scope, condition))
  return code`${scope.partOf('is', subject)}(${value})`
}

/** Whether the schema is only a choice between scalars and references, short enough to be written where it is used. */
function isInlineChoice(schema: Schema): boolean {
  const [keyword, ...others] = assertionsOf(schema)
  if (others.length > 0 || (keyword !== 'anyOf' && keyword !== 'oneOf')) return false
  return schema[keyword]!.every((part) => isScalar(part) || isOnlyReference(part))
}

/** The conditions of a scalar schema. */
export function scalarConditions(subject: Subject, scope: Scope): Code[] {
  const { schema, value } = subject
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
    return allOf([typeTest(type, value), ...holds])
  })
  const untyped = [
    ...unless(code`typeof ${value} !== 'string'`, facets.string),
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
