import { type Code, code, literal } from '../../../emit/index.js'
import { reporting } from '../facet.js'
import { allOf, anyOf } from '../logic.js'
import type { Option, Presence } from '../presence.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Finding, Statement } from './statement.js'
import { type Checked, reportingFunction } from './statements.js'

/** The statements for alternatives of an object that are told apart by which properties it has. */
export function choiceByPresence(
  { schema, value, where, variable }: Checked,
  parts: readonly Checked[],
  keyword: 'anyOf' | 'oneOf',
  { options, isAny }: Presence,
  scope: Scope,
): Statement[] {
  const names = options.map(({ property }) => property)
  const report = (name: string): Code => reporting(name, [literal(names), literal(keyword)], schema)(where)
  const has = ({ property }: Option): Code => code`${variable!(property)} !== undefined`
  const lacks = ({ property }: Option): Code => code`${variable!(property)} === undefined`
  const both = options.flatMap((one, index) =>
    options.slice(index + 1).map((other) => allOf([has(one), has(other)])),
  )
  const issuesOf = (part: Checked): Code =>
    code`${helper('alternatives', 'reportOnce')}(${value}, ${reportingFunction(part, scope)}, ${where.place})`
  const others = options.flatMap((option, index): Omit<Finding, 'otherwise'>[] => {
    if (!option.asksMore) return []
    const rest = options.filter((it) => it !== option)
    const when = option.isRequired ? has(option) : allOf(rest.map(lacks))
    return [{ when, report: issuesOf(parts[index]!) }]
  })
  return chain([
    ...(isAny
      ? []
      : [{ when: both.length === 1 ? both[0]! : anyOf(both), report: report('reportSeveralOf') }]),
    ...(options.every(({ isRequired }) => isRequired)
      ? [{ when: allOf(options.map(lacks)), report: report('reportNoneOf') }]
      : []),
    ...others,
  ])
}

/** Findings of which the first that applies is reported. */
function chain(findings: readonly Omit<Finding, 'otherwise'>[]): Statement[] {
  return findings.reduceRight<Statement[]>((otherwise, it) => [{ ...it, otherwise }], [])
}
