import { type Code, code } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { acceptsAll } from '../analysis.js'
import { reporting } from '../facet.js'
import { partCondition } from '../is/composition.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { choiceStatements } from './choice.js'
import { guarded, printStatements, type Statement } from './statement.js'
import { type Checked, reportingCall } from './statements.js'

/** The statements for `allOf`, `anyOf`, `oneOf`, `not`, `if` and `$ref`. */
export function compositionStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema } = checked
  return [
    ...(schema.ref === undefined ? [] : [callOf({ schema: refOnly(schema), suffix: '' }, checked, scope)]),
    ...(schema.allOf ?? []).flatMap((part, index) =>
      acceptsAll(part) ? [] : [callOf({ schema: part, suffix: `Part${index + 1}` }, checked, scope)],
    ),
    ...choiceStatements(checked, 'anyOf', scope),
    ...choiceStatements(checked, 'oneOf', scope),
    ...(schema.not === undefined ? [] : [notStatement(checked, schema.not, scope)]),
    ...conditionalStatements(checked, scope),
  ]
}

interface Part {
  readonly schema: Schema
  /** What the part's name has after that of its owner. */
  readonly suffix: string
}

function partOf({ schema, suffix }: Part, owner: Checked): Checked {
  return { ...owner, schema, name: owner.name + suffix }
}

/** The call that reports the issues of a part. */
function callOf(part: Part, owner: Checked, scope: Scope): Code {
  return reportingCall(partOf(part, owner), scope)
}

function conditionOf(part: Part, owner: Checked, scope: Scope): Code {
  const subject: Subject = partOf(part, owner)
  return partCondition(subject, owner.schema, scope)
}

function notStatement(checked: Checked, schema: Schema, scope: Scope): Statement {
  const when = conditionOf({ schema, suffix: 'Exclusion' }, checked, scope)
  return {
    when,
    report: reporting('reportNot', [], checked.schema, 'not')(checked.where),
    otherwise: [],
  }
}

/** `if`, `then` and `else`. */
function conditionalStatements(checked: Checked, scope: Scope): Statement[] {
  const { if: condition, then, else: otherwise } = checked.schema
  if (condition === undefined) return []
  const isMet = conditionOf({ schema: condition, suffix: 'Condition' }, checked, scope)
  const branch = (schema: Schema | undefined, suffix: string) =>
    schema === undefined || acceptsAll(schema) ? [] : [callOf({ schema, suffix }, checked, scope)]
  const [valid, invalid] = [branch(then, 'Then'), branch(otherwise, 'Else')]
  if (invalid.length === 0) return guarded(isMet, valid)
  if (valid.length === 0) return guarded(code`!(${isMet})`, invalid)
  return [
    code`
      if (${isMet}) {
        ${printStatements(valid)}
      } else {
        ${printStatements(invalid)}
      }
    `,
  ]
}

/** The schema's `$ref` alone. */
function refOnly(schema: Schema): Schema {
  return { pointer: schema.pointer, ref: schema.ref! }
}
