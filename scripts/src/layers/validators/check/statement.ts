import { type Code, code } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import type { Facet, Where } from '../facet.js'
import { allOf } from '../logic.js'

/** Something that is reported under a condition, and what is looked at otherwise. */
export interface Finding {
  readonly when: Code
  readonly report: Code
  /** See `Facet`. */
  readonly reportRequired?: ((requiring: Schema) => Code) | undefined
  readonly otherwise: readonly Statement[]
}

/** A statement of a check. */
export type Statement = Finding | Code

/** The finding that a facet does not hold. */
export function finding(facet: Facet, where: Where, otherwise: readonly Statement[] = []): Finding {
  const { fails, report, reportRequired } = facet
  return {
    when: fails,
    report: report(where),
    reportRequired: reportRequired && ((requiring) => reportRequired(requiring)(where)),
    otherwise,
  }
}

/** Statements behind a condition; a single finding takes the condition into its own. */
export function guarded(condition: Code, statements: readonly Statement[]): Statement[] {
  const [first, ...others] = statements
  if (first === undefined) return []
  if (others.length === 0 && isFinding(first) && first.otherwise.length === 0) {
    // Behind a condition it is no longer certain that it is found of a property that is missing.
    return [{ ...first, when: allOf([condition, first.when]), reportRequired: undefined }]
  }
  return [
    code`
      if (${condition}) {
        ${printStatements(statements)}
      }
    `,
  ]
}

/** The statements as code. */
export function printStatements(statements: readonly Statement[]): Code[] {
  return statements.map((statement) => (isFinding(statement) ? printFinding(statement) : statement))
}

function printFinding({ when, report, otherwise }: Finding): Code {
  if (otherwise.length === 0) {
    return code`
      if (${when}) {
        ${report}
      }
    `
  }
  const [only] = otherwise
  if (otherwise.length === 1 && isFinding(only!)) {
    return code`
      if (${when}) {
        ${report}
      } else ${printFinding(only)}
    `
  }
  return code`
    if (${when}) {
      ${report}
    } else {
      ${printStatements(otherwise)}
    }
  `
}

/** Whether a statement is a finding. */
export function isFinding(statement: Statement): statement is Finding {
  return 'when' in statement
}
