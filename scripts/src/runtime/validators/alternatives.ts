import { formatIssue, type Issue } from '../validation.js'
import { addIssue, type Check, isFull, pathOf, type Place } from './place.js'
import { listOf, show, typeName } from './show.js'
import { nounOf } from './report.js'
import { isObject } from './types.js'

type Choice = 'anyOf' | 'oneOf'

/** The property that names the alternative which a value is meant to be, and the indices of the alternatives by its values. */
export interface Discriminator {
  readonly property: string
  readonly alternatives: Readonly<Record<string, number>>
}

/** A value that matches none of the alternatives of `oneOf`, or more than one; `matches` says which. */
export function reportOneOf(
  value: unknown,
  place: Place,
  schemaPath: string,
  matches: readonly boolean[],
  alternatives: readonly Check[],
  discriminator?: Discriminator,
): void {
  const matching = matches.flatMap((isMatch, index) => (isMatch ? [index] : []))
  if (matching.length === 0) {
    return reportNoMatch(value, place, schemaPath, 'oneOf', alternatives, discriminator)
  }
  const message = `must match exactly one of ${alternatives.length} alternatives, but matches ${matching.length}`
  addIssue(place, 'oneOf', schemaPath, message, { matching })
}

/** `anyOf` or `oneOf` between objects that a property tells apart, which is of no alternative. */
export function reportTag(
  place: Place,
  schemaPath: string,
  keyword: Choice,
  property: string,
  allowedValues: readonly unknown[],
  value: unknown,
): void {
  const wanted = allowedValues.map((it) => JSON.stringify(it)).join(', ')
  const found = value === undefined ? 'is absent' : `is ${show(value)}`
  const message = `must have the property ${JSON.stringify(property)} with one of ${wanted}, but it ${found}`
  addIssue(place, keyword, schemaPath, message, { property, allowedValues })
}

/** `anyOf` or `oneOf` between types, where the value is of another type. */
export function reportTypes(
  place: Place,
  schemaPath: string,
  keyword: Choice,
  types: readonly string[],
  value: unknown,
): void {
  const message = `must be ${listOf(types.map(nounOf))}, but is ${typeName(value)}`
  addIssue(place, keyword, schemaPath, message, { types })
}

/**
 * A value that matches none of the alternatives. Where a discriminator names one of them, or its type, or a fixed value in it, leaves
 * only one in question, that one's issues are reported as they are; otherwise one issue names what each lacks. It adds nothing if what was reported
 * before is all that keeps one of them from matching.
 */
export function reportNoMatch(
  value: unknown,
  place: Place,
  schemaPath: string,
  keyword: Choice,
  alternatives: readonly Check[],
  discriminator?: Discriminator,
): void {
  const named = discriminator && namedBy(discriminator, value)
  if (named !== undefined) return reportNew(alternatives[named]!, value, place)
  const { issues, nesting } = place.findings
  const wanted = `must match ${keyword === 'oneOf' ? 'exactly one' : 'at least one'} of ${alternatives.length} alternatives`
  if (nesting === MAX_NESTING) return addIssue(place, keyword, schemaPath, wanted)
  const failures = alternatives.map((check) => failuresOf(check, value, place))
  const depth = pathOf(place).length
  const likely = failures.filter((list) => !list.some((issue) => excludes(issue, depth)))
  if (likely.some((list) => list.length > 0 && list.every((issue) => isKnown(issue, issues)))) return
  if (likely.length === 1 && failures.length > 1 && likely[0]!.length > 0) {
    for (const issue of likely[0]!) if (!isFull(place)) issues.push(issue)
    return
  }
  const lacking = (likely.length === 0 ? failures : likely).map((list) => list.map(formatIssue).join(', '))
  const details = [...new Set(lacking)].filter((text) => text !== '').join('; or ')
  const message = details === '' ? wanted : `${wanted}: ${details}`
  addIssue(place, keyword, schemaPath, message, { alternatives: failures })
}

/** The index of the alternative that a value names, if it names one. */
function namedBy({ property, alternatives }: Discriminator, value: unknown): number | undefined {
  if (!isObject(value) || !Object.hasOwn(value, property)) return undefined
  const name = value[property]
  return typeof name === 'string' && Object.hasOwn(alternatives, name) ? alternatives[name] : undefined
}

/** Reports the issues of a value of one schema, unless all of them were reported before. */
function reportNew(check: Check, value: unknown, place: Place): void {
  const { issues } = place.findings
  const before = issues.length
  check(value, place)
  const added = issues.splice(before)
  if (!added.every((issue) => isKnown(issue, issues))) issues.push(...added)
}

/** Alternatives inside alternatives are looked at so far: each level multiplies the work. */
const MAX_NESTING = 3
const MAX_FAILURES = 10

function failuresOf(check: Check, value: unknown, place: Place): readonly Issue[] {
  const issues: Issue[] = []
  const findings = { issues, deferred: undefined, limit: MAX_FAILURES, nesting: place.findings.nesting + 1 }
  check(value, { ...place, findings, depth: place.depth + 1 })
  return issues
}

function isKnown(issue: Issue, issues: readonly Issue[]): boolean {
  return issues.some(({ pointer, message }) => pointer === issue.pointer && message === issue.message)
}

/** Whether the issue says that the alternative is not the one that was meant: another type, or another fixed value. */
function excludes({ keyword, path }: Issue, depth: number): boolean {
  if (keyword === 'type') return path.length === depth
  return (keyword === 'const' || keyword === 'enum') && path.length <= depth + 1
}
