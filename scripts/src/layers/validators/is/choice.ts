import { type Code, code, join } from '../../../emit/index.js'
import { isExclusive } from '../alternatives.js'
import { anyOf } from '../logic.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'

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
  const conditions = alternatives.map((schema, index) =>
    print({ ...subject, schema, name: `${subject.name}Option${index + 1}` }, scope),
  )
  const isAny = keyword === 'anyOf' || isExclusive(alternatives, scope.facts)
  return isAny ? anyOf(conditions) : exactlyOne(conditions)
}

/** A condition that holds if exactly one of several does. */
function exactlyOne(conditions: readonly Code[]): Code {
  if (conditions.length < 2) return anyOf(conditions)
  if (conditions.length === 2) return code`(${conditions[0]!}) !== (${conditions[1]!})`
  const counts = conditions.map((condition) => code`Number(${condition})`)
  return code`${join(counts, ' + ')} === 1`
}
