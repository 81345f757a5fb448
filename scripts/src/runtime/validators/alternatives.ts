import { formatIssue, type Issue } from '../validation.js'
import { addIssue, type Check, isFull, type Place } from './place.js'

/** Reports a value that matches none of the alternatives of `anyOf`. */
export function checkAnyOf(value: unknown, place: Place, alternatives: readonly Check[]): void {
  const failures = alternatives.map((check) => failuresOf(check, value, place))
  if (failures.every(({ length }) => length > 0)) reportNoMatch(place, 'anyOf', failures)
}

/** Reports a value that matches none of the alternatives of `oneOf`, or more than one. */
export function checkOneOf(value: unknown, place: Place, alternatives: readonly Check[]): void {
  const failures = alternatives.map((check) => failuresOf(check, value, place))
  const matching = failures.flatMap((list, index) => (list.length === 0 ? [index] : []))
  if (matching.length === 0) reportNoMatch(place, 'oneOf', failures)
  if (matching.length < 2) return
  const message = `must match exactly one of ${alternatives.length} alternatives, but matches ${matching.length}`
  addIssue(place, 'oneOf', message, { matching })
}

/**
 * Where the value's type, or a fixed value in it, leaves only one alternative in question, that one's issues are reported as
 * they are; otherwise one issue names what each lacks.
 */
function reportNoMatch(
  place: Place,
  keyword: 'anyOf' | 'oneOf',
  failures: readonly (readonly Issue[])[],
): void {
  const depth = depthOf(place)
  const likely = failures.filter((list) => !list.some((issue) => excludes(issue, depth)))
  if (likely.length === 1 && failures.length > 1) {
    for (const issue of likely[0]!) if (!isFull(place)) place.issues.push(issue)
    return
  }
  const lacking = (likely.length === 0 ? failures : likely).map((list) => list.map(formatIssue).join(', '))
  const wanted = keyword === 'oneOf' ? 'exactly one' : 'at least one'
  const message = `must match ${wanted} of ${failures.length} alternatives: ${[...new Set(lacking)].join('; or ')}`
  addIssue(place, keyword, message, { alternatives: failures })
}

const MAX_FAILURES = 10

function failuresOf(check: Check, value: unknown, place: Place): readonly Issue[] {
  const issues: Issue[] = []
  check(value, { ...place, issues, limit: MAX_FAILURES })
  return issues
}

/** Whether the issue says that the alternative is not the one that was meant: another type, or another fixed value. */
function excludes({ keyword, path }: Issue, depth: number): boolean {
  if (keyword === 'type') return path.length === depth
  return (keyword === 'const' || keyword === 'enum') && path.length <= depth + 1
}

function depthOf(place: Place): number {
  let depth = 0
  for (let current: Place | undefined = place; current?.key !== undefined; current = current.parent)
    depth += 1
  return depth
}
