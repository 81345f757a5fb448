import { type Code, code, literal } from '../../../emit/index.js'
import { reported } from '../facet.js'
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
  const report = (message: string): Code =>
    reported(schema, keyword, literal(message), { properties: names })(where)
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
      : [{ when: both.length === 1 ? both[0]! : anyOf(both), report: report(hasTooMany(names)) }]),
    ...(options.every(({ isRequired }) => isRequired)
      ? [{ when: allOf(options.map(lacks)), report: report(hasNone(names, keyword)) }]
      : []),
    ...others,
  ])
}

function hasTooMany(properties: readonly string[]): string {
  const names = listOf(properties, 'and')
  return properties.length === 2 ? `must not have both ${names}` : `must have only one of ${names}`
}

function hasNone(properties: readonly string[], keyword: 'anyOf' | 'oneOf'): string {
  const names = listOf(properties, 'or')
  if (keyword === 'anyOf') return `must have ${names}`
  return properties.length === 2 ? `must have either ${names}` : `must have one of ${names}`
}

/** `"a", "b" or "c"` */
function listOf(properties: readonly string[], last: 'or' | 'and'): string {
  const names = properties.map((name) => JSON.stringify(name))
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`
}

/** Findings of which the first that applies is reported. */
function chain(findings: readonly Omit<Finding, 'otherwise'>[]): Statement[] {
  return findings.reduceRight<Statement[]>((otherwise, it) => [{ ...it, otherwise }], [])
}
