import { type Code, code, join } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { isExclusive } from '../alternatives.js'
import { isOnlyReference } from '../analysis.js'
import { ALL_TYPES } from '../facts.js'
import { anyOf } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { calledCondition } from './called.js'

/** How an alternative is printed. */
export type PrintCondition = (subject: Subject, scope: Scope) => Code

/** The condition of `anyOf` or `oneOf`. */
export function choiceCondition(
  keyword: 'anyOf' | 'oneOf',
  subject: Subject,
  scope: Scope,
  print: PrintCondition,
): Code {
  const alternatives = subject.schema[keyword]!
  const firstOpen = alternatives.findIndex((schema) => mayBeUnknown(schema, scope))
  const conditions = alternatives.map((schema, index) => {
    const part = { ...subject, schema, name: `${subject.name}Option${index + 1}` }
    return firstOpen !== -1 && index > firstOpen ? calledCondition(part, scope) : print(part, scope)
  })
  const isAny = keyword === 'anyOf' || isExclusive(alternatives, scope.facts)
  return isAny ? anyOf(conditions) : exactlyOne(conditions)
}

/**
 * Whether the type of a named schema may be `unknown`: where its guard has said no, the compiler believes that there is no value
 * left to compare.
 */
function mayBeUnknown(schema: Schema, { facts }: Scope): boolean {
  return isOnlyReference(schema) && facts.types(schema).length === ALL_TYPES.length
}

/** A condition that holds if exactly one of several does. */
function exactlyOne(conditions: readonly Code[]): Code {
  if (conditions.length < 2) return anyOf(conditions)
  if (conditions.length === 2) return code`(${conditions[0]!}) !== (${conditions[1]!})`
  const counts = conditions.map((condition) => code`Number(${condition})`)
  return code`${join(counts, ' + ')} === 1`
}
