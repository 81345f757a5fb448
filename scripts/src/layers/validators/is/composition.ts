import { type Code, code, join } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { isOnlyReference } from '../analysis.js'
import { anyOf, not } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'

/** How the parts of a composition are printed. */
export type PrintCondition = (subject: Subject, scope: Scope) => Code

/** The conditions of `allOf`, `anyOf`, `oneOf`, `not` and `$ref`. */
export function compositionConditions(subject: Subject, scope: Scope, print: PrintCondition): Code[] {
  const { schema } = subject
  const parts = (list: readonly Schema[], suffix: string) =>
    list.map((part, index) =>
      print({ ...subject, schema: part, name: `${subject.name}${suffix}${index + 1}` }, scope),
    )
  return [
    ...(schema.allOf === undefined ? [] : parts(schema.allOf, 'Part')),
    ...(schema.anyOf === undefined ? [] : [anyOf(parts(schema.anyOf, 'Option'))]),
    ...(schema.oneOf === undefined ? [] : [exactlyOne(parts(schema.oneOf, 'Option'))]),
    ...(schema.not === undefined
      ? []
      : [not(print({ ...subject, schema: schema.not, name: `${subject.name}Exclusion` }, scope))]),
    ...(schema.ref === undefined ? [] : [code`${scope.functionOf('is', schema.ref.name)}(${subject.value})`]),
  ]
}

/** A condition for a part: always a call, as what is known of the value's type already must not narrow it further. */
export function calledCondition(subject: Subject, scope: Scope): Code {
  const { schema, value } = subject
  const isFunction = isOnlyReference(schema)
    ? scope.functionOf('is', schema.ref.name)
    : scope.partOf('is', subject)
  return code`${isFunction}(${value})`
}

function exactlyOne(conditions: readonly Code[]): Code {
  if (conditions.length < 2) return anyOf(conditions)
  if (conditions.length === 2) {
    return code`${parenthesized(conditions[0]!)} !== ${parenthesized(conditions[1]!)}`
  }
  const counts = conditions.map((condition) => code`Number(${condition})`)
  return code`${join(counts, ' + ')} === 1`
}

function parenthesized(condition: Code): Code {
  return code`(${condition})`
}
