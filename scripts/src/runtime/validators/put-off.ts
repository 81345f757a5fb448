/** Checks of values that are nested deeper than the stack can hold. */
import type { Issue } from '../validation.js'
import { type Check, type Findings, isFull, type Place } from './place.js'

/** The parts of a value that are too deep in it to be checked before what is around them is done. */
export interface Deferred {
  readonly parts: Part[]
  /** All issues, in order, once these parts are checked. */
  readonly settle: (findings: Findings) => Issue[]
}

interface Part {
  /** How many issues come before its own. */
  readonly after: number
  readonly check: Check
  readonly value: unknown
  readonly place: Place
}

const MAX_CHECK_DEPTH = 400

/**
 * Whether a check is not to be done now: there are enough issues, or checks are so deep in one another that the stack may not hold
 * many more. Then it is done after those around it, but inside an alternative that is only looked at for a message never.
 */
export function isPutOff(place: Place, check: Check, value: unknown): boolean {
  const { findings, depth } = place
  if (isFull(place)) return true
  if (depth <= MAX_CHECK_DEPTH) return false
  if (findings.nesting === 0) {
    findings.deferred ??= { parts: [], settle }
    findings.deferred.parts.push({ after: findings.issues.length, check, value, place })
  }
  return true
}

function settle(findings: Findings): Issue[] {
  const issues: Issue[] = []
  const open = inReverse(findings)
  while (open.length > 0 && issues.length < findings.limit) {
    const next = open.pop()!
    if ('message' in next) {
      issues.push(next)
      continue
    }
    const inner: Findings = { ...findings, issues: [], deferred: undefined }
    next.check(next.value, { ...next.place, findings: inner, depth: 0 })
    for (const part of inReverse(inner)) open.push(part)
  }
  return issues
}

/** Issues and what is deferred between them, the last first. */
function inReverse({ issues, deferred }: Findings): (Issue | Part)[] {
  const all: (Issue | Part)[] = []
  let taken = 0
  for (const part of deferred?.parts ?? []) {
    all.push(...issues.slice(taken, part.after), part)
    taken = part.after
  }
  return [...all, ...issues.slice(taken)].reverse()
}
