import { type Code, code, literal } from '../../../emit/index.js'
import { reported } from '../facet.js'
import { allOf, anyOf } from '../logic.js'
import { listOf } from '../messages.js'
import type { Option, Presence } from '../presence.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Finding, Statement } from './statement.js'
import { type Checked, reportingFunction } from './statements.js'

/** The statements for alternatives of an object that are told apart by which properties it has. */
export function choiceByPresence(
  { value, where, variable }: Checked,
  parts: readonly Checked[],
  keyword: 'anyOf' | 'oneOf',
  { options, isAny }: Presence,
  scope: Scope,
): Statement[] {
  const names = options.map(({ property }) => property)
  const report = (message: string): Code => reported(keyword, literal(message), { properties: names })(where)
  const has = ({ property }: Option): Code => code`${variable!(property)} !== undefined`
  const lacks = ({ property }: Option): Code => code`${variable!(property)} === undefined`
  const both = options.flatMap((one, index) =>
    options.slice(index + 1).map((other) => allOf([has(one), has(other)])),
  )
  const issuesOf = (part: Checked): Code =>
    code`${helper('alternatives', 'reportOnce')}(${reportingFunction(part, scope)}, ${value}, ${where.place})`
  const others = options.flatMap((option, index): Omit<Finding, 'otherwise'>[] => {
    if (!option.asksMore) return []
    const rest = options.filter((it) => it !== option)
    const when = option.isRequired ? has(option) : allOf(rest.map(lacks))
    return [{ when, report: issuesOf(parts[index]!) }]
  })
  return chain([
    ...(isAny
      ? []
      : [{ when: both.length === 1 ? both[0]! : anyOf(both), report: report(butHasBoth(names)) }]),
    ...(options.every(({ isRequired }) => isRequired)
      ? [{ when: allOf(options.map(lacks)), report: report(butHasNone(names, keyword)) }]
      : []),
    ...others,
  ])
}

function butHasBoth(properties: readonly string[]): string {
  const [first, ...others] = properties.map((name) => JSON.stringify(name))
  return others.length === 1
    ? `must not have both ${first} and ${others[0]}`
    : `must have only one of ${[first, ...others].join(', ')}`
}

function butHasNone(properties: readonly string[], keyword: 'anyOf' | 'oneOf'): string {
  const either = keyword === 'oneOf' && properties.length === 2 ? 'either ' : ''
  return `must have ${either}${listOf(properties.map((name) => JSON.stringify(name)))}`
}

/** Findings of which the first that applies is reported. */
function chain(findings: readonly Omit<Finding, 'otherwise'>[]): Statement[] {
  return findings.reduceRight<Statement[]>((otherwise, it) => [{ ...it, otherwise }], [])
}
