import { Code, code, join } from '../../../emit/index.js'
import type { Comparison } from '../facet.js'
import { allOf, not } from '../logic.js'

/** One thing that a boolean function does. */
export type Step =
  /** A condition that must hold. */
  | { readonly kind: 'must'; readonly condition: Code | Comparison }
  /** A statement that returns false itself, or declares variables. */
  | { readonly kind: 'run'; readonly statement: Code }
  /** Steps that are only taken where a condition holds. */
  | { readonly kind: 'provided'; readonly condition: Comparison; readonly steps: readonly Step[] }

/** A step that is a condition. */
export function must(condition: Code | Comparison): Step {
  return { kind: 'must', condition }
}

/** A step that is a statement. */
export function run(statement: Code): Step {
  return { kind: 'run', statement }
}

/** Steps behind a condition. */
export function provided(condition: Comparison, steps: readonly Step[]): Step {
  return { kind: 'provided', condition, steps }
}

/**
 * Up to so many conditions are returned as one expression. Engines work the values of all of its parts out, where the condition
 * of a statement is just jumps; of a long list that takes time.
 */
const MAX_RETURNED = 4

/** The body of a function that returns whether all steps succeed. */
export function bodyOf(steps: readonly Step[]): Code {
  const last = steps.at(-1)
  if (last?.kind === 'provided') {
    const before = statementsOf(steps.slice(0, -1))
    return code`${[...before, code`if (${last.condition.fails}) return true`, bodyOf(last.steps)]}`
  }
  const end = steps.findLastIndex(({ kind }) => kind !== 'must') + 1
  const conditions = steps
    .slice(end)
    .flatMap((step) => (step.kind === 'must' ? [holdsOf(step.condition)] : []))
  return code`${[...statementsOf(steps.slice(0, end)), returned(conditions)]}`
}

/** The statements that return whether all conditions hold. */
function returned(conditions: readonly Code[]): Code {
  const holds = allOf(conditions)
  if (conditions.length <= MAX_RETURNED) return code`return ${holds}`
  return code`
    if (${holds}) {
      return true
    }
    return false
  `
}

/** Steps as statements, for where the function goes on after them; conditions in a row become one. */
function statementsOf(steps: readonly Step[]): Code[] {
  const statements: Code[] = []
  let conditions: (Code | Comparison)[] = []
  const flush = () => {
    if (conditions.length > 0) statements.push(code`if (${failureOf(conditions)}) return false`)
    conditions = []
  }
  for (const step of steps) {
    if (step.kind === 'must') {
      conditions.push(step.condition)
      continue
    }
    flush()
    statements.push(
      step.kind === 'run' ? step.statement : providedStatement(step.condition.holds, step.steps),
    )
  }
  flush()
  return statements
}

function holdsOf(condition: Code | Comparison): Code {
  return condition instanceof Code ? condition : condition.holds
}

/** That one of some conditions does not hold: by their opposites, if each has one. */
function failureOf(conditions: readonly (Code | Comparison)[]): Code {
  const opposites = conditions.flatMap((it) => (it instanceof Code ? [] : [it.fails]))
  return opposites.length === conditions.length
    ? join(opposites, ' || ')
    : not(allOf(conditions.map(holdsOf)))
}

function providedStatement(condition: Code, steps: readonly Step[]): Code {
  return code`
    if (${condition}) {
      ${statementsOf(steps)}
    }
  `
}

/** Everything that steps say, to see what is used in it. */
export function textOf(steps: readonly Step[]): Code {
  return code`${statementsOf(steps)}`
}
