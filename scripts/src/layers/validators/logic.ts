import { type Code, code, join, literal } from '../../emit/index.js'

const [TRUE, FALSE] = [literal(true), literal(false)]

/** Whether a condition always holds. */
export function isTrue(condition: Code): boolean {
  return condition.text === TRUE.text
}

/** Conditions that must all hold. Conditions are expressions that need no parentheses under `&&`. */
export function allOf(conditions: readonly Code[]): Code {
  const open = conditions.filter((it) => it.text !== TRUE.text)
  if (open.length === 0) return TRUE
  return open.some((it) => it.text === FALSE.text) ? FALSE : join(open, ' && ')
}

/** Conditions of which one must hold; in parentheses, to stand under `&&`. */
export function anyOf(conditions: readonly Code[]): Code {
  const open = conditions.filter((it) => it.text !== FALSE.text)
  if (open.length === 0) return FALSE
  if (open.some((it) => it.text === TRUE.text)) return TRUE
  return open.length === 1 ? open[0]! : code`(${join(open, ' || ')})`
}

/** A condition that must not hold. */
export function not(condition: Code): Code {
  if (condition.text === TRUE.text) return FALSE
  return condition.text === FALSE.text ? TRUE : code`!(${condition})`
}
