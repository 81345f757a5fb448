import { Code, code } from '../../../emit/index.js'
import type { Comparison } from '../facet.js'
import { allOf, not } from '../logic.js'

/** One thing that a boolean function does. */
export type Step =
  /** A condition that must hold. */
  | { readonly kind: 'must'; readonly condition: Comparison }
  /** A statement that returns false itself, or declares variables. */
  | { readonly kind: 'run'; readonly statement: Code }
  /** Steps that are only taken where a condition holds. */
  | { readonly kind: 'provided'; readonly condition: Comparison; readonly steps: readonly Step[] }

/** A step that is a condition. */
export function must(condition: Code | Comparison): Step {
  return {
    kind: 'must',
    condition: condition instanceof Code ? { holds: condition, fails: not(condition) } : condition,
  }
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
  const conditions = steps.slice(end).flatMap((step) => (step.kind === 'must' ? [step.condition.holds] : []))
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
  let conditions: Comparison[] = []
  const flush = () => {
    const [only, ...others] = conditions
    const fails = others.length === 0 ? only?.fails : not(allOf(conditions.map(({ holds }) => holds)))
    if (fails !== undefined) statements.push(code`if (${fails}) return false`)
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
