import { type Code, code, join } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { isOnlyReference } from '../analysis.js'
import { reportCall } from '../facet.js'
import { calledCondition } from '../is/composition.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Statement } from './statement.js'
import type { Checked } from './statements.js'

/** The statements for `allOf`, `anyOf`, `oneOf`, `not` and `$ref`. */
export function compositionStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, value, place } = checked
  const call = (check: Code) => code`${check}(${value}, ${place})`
  return [
    ...checksOf(checked, schema.allOf, 'Part', scope).map(call),
    ...choice(checked, 'anyOf', scope),
    ...choice(checked, 'oneOf', scope),
    ...(schema.not === undefined ? [] : [notStatement(checked, schema.not, scope)]),
    ...(schema.ref === undefined ? [] : [call(scope.functionOf('check', schema.ref.name))]),
  ]
}

function choice(checked: Checked, keyword: 'anyOf' | 'oneOf', scope: Scope): Code[] {
  const alternatives = checked.schema[keyword]
  if (alternatives === undefined) return []
  const check = helper('alternatives', keyword === 'anyOf' ? 'checkAnyOf' : 'checkOneOf')
  const checks = join(checksOf(checked, alternatives, 'Option', scope), ', ')
  return [code`${check}(${checked.value}, ${checked.place}, [${checks}])`]
}

function notStatement(checked: Checked, schema: Schema, scope: Scope): Statement {
  const when = calledCondition({ ...checked, schema, name: `${checked.name}Exclusion` }, scope)
  return { when, report: reportCall('report', 'not', [])(checked.place), otherwise: [] }
}

/** The check functions of the parts of a composition. */
function checksOf(
  checked: Checked,
  parts: readonly Schema[] | undefined,
  suffix: string,
  scope: Scope,
): Code[] {
  return (parts ?? []).map((schema, index) =>
    isOnlyReference(schema)
      ? scope.functionOf('check', schema.ref.name)
      : scope.partOf('check', { ...checked, schema, name: `${checked.name}${suffix}${index + 1}` }),
  )
}
