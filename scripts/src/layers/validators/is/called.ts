import { type Code, literal } from '../../../emit/index.js'
import { acceptsAll, isOnlyReference } from '../analysis.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'

/**
 * Whether the subject is valid, as a call: for parts of a composition, as what is known of the value's type already must not
 * narrow it further.
 */
export function calledCondition(subject: Subject, scope: Scope): Code {
  const { schema } = subject
  if (schema.boolean !== undefined) return literal(schema.boolean)
  if (acceptsAll(schema)) return literal(true)
  return isOnlyReference(schema) ? scope.isNamed(schema.ref.name, subject) : scope.isPart(subject)
}
