import { type Code, code } from '../../../emit/index.js'
import { allOf, not } from '../logic.js'

/** One thing that a boolean function does. */
export type Step =
  /** A condition that must hold. */
  | { readonly kind: 'must'; readonly condition: Code }
  /** A statement that returns false itself, or declares variables. */
  | { readonly kind: 'run'; readonly statement: Code }
  /** Steps that are only taken where a condition holds. */
  | { readonly kind: 'provided'; readonly condition: Code; readonly steps: readonly Step[] }

/** A step that is a condition. */
export function must(condition: Code): Step {
  return { kind: 'must', condition }
}

/** A step that is a statement. */
export function run(statement: Code): Step {
  return { kind: 'run', statement }
}

/** Steps behind a condition. */
export function provided(condition: Code, steps: readonly Step[]): Step {
  return { kind: 'provided', condition, steps }
}

/** The body of a function that returns whether all steps succeed. */
export function bodyOf(steps: readonly Step[]): Code {
  const last = steps.at(-1)
  if (last?.kind === 'provided') {
    const before = statementsOf(steps.slice(0, -1))
    return code`${[...before, code`if (${not(last.condition)}) return true`, bodyOf(last.steps)]}`
  }
  const end = steps.findLastIndex(({ kind }) => kind !== 'must') + 1
  const conditions = steps.slice(end).flatMap((step) => (step.kind === 'must' ? [step.condition] : []))
  return code`${[...statementsOf(steps.slice(0, end)), code`return ${allOf(conditions)}`]}`
}

/** Steps as statements, for where the function goes on after them; conditions in a row become one. */
function statementsOf(steps: readonly Step[]): Code[] {
  const statements: Code[] = []
  let conditions: Code[] = []
  const flush = () => {
    if (conditions.length > 0) statements.push(code`if (${not(allOf(conditions))}) return false`)
    conditions = []
  }
  for (const step of steps) {
    if (step.kind === 'must') {
      conditions.push(step.condition)
      continue
    }
    flush()
    statements.push(step.kind === 'run' ? step.statement : providedStatement(step.condition, step.steps))
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
