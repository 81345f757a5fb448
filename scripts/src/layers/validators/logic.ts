import { Code, code, join } from '../../emit/index.js'

/** Conditions that must all hold. Conditions are expressions that need no parentheses under `&&`. */
export function allOf(conditions: readonly Code[]): Code {
  return conditions.length === 0 ? code`true` : join(conditions, ' && ')
}

/** Conditions of which one must hold; in parentheses, to stand under `&&`. */
export function anyOf(conditions: readonly Code[]): Code {
  if (conditions.length === 0) return code`false`
  return conditions.length === 1 ? conditions[0]! : code`(${join(conditions, ' || ')})`
}

/** A condition that must not hold. */
export function not(condition: Code): Code {
  return code`!(${condition})`
}
