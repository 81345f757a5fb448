import { formatIssue, type Issue } from '../validation.js'
import { type Check, isFull, type Place } from './place.js'
import { pathOf, report } from './report.js'
import { isObject } from './types.js'

/** The property that names the alternative which a value is meant to be, and the indices of the alternatives by its values. */
export interface Discriminator {
  readonly property: string
  readonly alternatives: Readonly<Record<string, number>>
}

/** A value that matches none of the alternatives of `oneOf`, or more than one; `matches` says which. */
export function reportOneOf(
  value: unknown,
  matches: readonly boolean[],
  alternatives: readonly Check[],
  schemaPath: string,
  at: Place,
  discriminator?: Discriminator,
): void {
  const matching = matches.flatMap((isMatch, index) => (isMatch ? [index] : []))
  if (matching.length === 0) {
    return reportNoMatch(value, 'oneOf', alternatives, schemaPath, at, discriminator)
  }
  const message = `must match exactly one of ${alternatives.length} alternatives, but matches ${matching.length}`
  report('oneOf', message, { matching }, schemaPath, at)
}

/**
 * A value that matches none of the alternatives. Where a discriminator names one of them, or its type, or a fixed value in it, leaves
 * only one in question, that one's issues are reported as they are; otherwise one issue names what each lacks. It adds nothing if what was reported
 * before is all that keeps one of them from matching.
 */
export function reportNoMatch(
  value: unknown,
  keyword: 'anyOf' | 'oneOf',
  alternatives: readonly Check[],
  schemaPath: string,
  at: Place,
  discriminator?: Discriminator,
): void {
  const named = discriminator && namedBy(discriminator, value)
  if (named !== undefined) return reportOnce(value, alternatives[named]!, at)
  const { issues, nesting } = at.findings
  const wanted = `must match ${keyword === 'oneOf' ? 'exactly one' : 'at least one'} of ${alternatives.length} alternatives`
  if (nesting === MAX_NESTING) return report(keyword, wanted, undefined, schemaPath, at)
  const failures: (readonly Issue[])[] = []
  for (const check of alternatives) failures.push(failuresOf(check, value, at))
  const likely = likelyOf(failures, at)
  if (likely.some((list) => list.length > 0 && areKnown(list, issues))) return
  if (likely.length === 1 && failures.length > 1 && likely[0]!.length > 0) {
    for (const issue of likely[0]!) if (!isFull(at)) issues.push(issue)
    return
  }
  const lacking = lackingText(likely.length === 0 ? failures : likely)
  const message = lacking === '' ? wanted : `${wanted}: ${lacking}`
  report(keyword, message, { alternatives: failures }, schemaPath, at)
}

/** The issues by those alternatives that the value may have been meant to match. */
function likelyOf(failures: readonly (readonly Issue[])[], at: Place): (readonly Issue[])[] {
  const depth = pathOf(at).length
  return failures.filter((list) => !list.some((issue) => excludes(issue, depth)))
}

/** Of so many alternatives a message tells what is lacking: of those that the value is nearest to. */
const MAX_TOLD = 4

function lackingText(failures: readonly (readonly Issue[])[]): string {
  const nearest =
    failures.length > MAX_TOLD
      ? [...failures].sort((a, b) => a.length - b.length).slice(0, MAX_TOLD)
      : failures
  const texts = nearest.map((list) => list.map(formatIssue).join(', '))
  return [...new Set(texts)].filter((text) => text !== '').join('; or ')
}

/** The index of the alternative that a value names, if it names one. */
function namedBy({ property, alternatives }: Discriminator, value: unknown): number | undefined {
  if (!isObject(value) || !Object.hasOwn(value, property)) return undefined
  const name = value[property]
  return typeof name === 'string' && Object.hasOwn(alternatives, name) ? alternatives[name] : undefined
}

/** Reports the issues of a value of one schema, unless all of them were reported before. */
export function reportOnce(value: unknown, check: Check, at: Place): void {
  const { issues } = at.findings
  const before = issues.length
  check(value, at)
  const added = issues.splice(before)
  if (!areKnown(added, issues)) issues.push(...added)
}

/** Alternatives inside alternatives are looked at so far: each level multiplies the work. */
const MAX_NESTING = 3
const MAX_FAILURES = 10

function failuresOf(check: Check, value: unknown, at: Place): readonly Issue[] {
  const issues: Issue[] = []
  const findings = { issues, deferred: undefined, limit: MAX_FAILURES, nesting: at.findings.nesting + 1 }
  check(value, { findings, parent: at.parent, step: at.step, token: at.token, depth: at.depth + 1 })
  return issues
}

/** Whether all issues were reported before. */
function areKnown(list: readonly Issue[], issues: readonly Issue[]): boolean {
  return list.every(({ pointer, message }) =>
    issues.some((issue) => issue.message === message && issue.pointer === pointer),
  )
}

/** Whether the issue says that the alternative is not the one that was meant: another type, or another fixed value. */
function excludes({ keyword, path }: Issue, depth: number): boolean {
  if (keyword === 'type') return path.length === depth
  return (keyword === 'const' || keyword === 'enum') && path.length <= depth + 1
}
