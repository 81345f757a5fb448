import type { Issue } from '../validation.js'

/** What was found so far in a value that is known to be invalid. */
export interface Findings {
  /** In document order. */
  readonly issues: Issue[]
  /** The parts of the value that are checked later; undefined while there are none. */
  deferred: Deferred[] | undefined
  /** How many issues to collect at most. */
  readonly limit: number
  /** How many compositions, one in the other, are being looked at for why none of their alternatives matches. */
  readonly nesting: number
}

/** A part of a value that is too deep in it to be checked before what is around it is done. */
export interface Deferred {
  /** How many issues come before its own. */
  readonly after: number
  readonly check: Check
  readonly value: unknown
  readonly place: Place
}

/** A place in a value, as a chain of keys up to the root. */
export interface Place {
  readonly findings: Findings
  /** The place that this one is in; undefined for the root. */
  readonly parent: Place | undefined
  readonly key: string | number
  /** The key as a reference token of a JSON Pointer. */
  readonly token: string | number
  /** How many checks, one in the other, led here. */
  readonly depth: number
}

/** Reports the issues of a value of one schema. */
export type Check = (value: unknown, place: Place) => void

/** The place of the whole value. */
export function root(findings: Findings): Place {
  return { findings, parent: undefined, key: '', token: '', depth: 0 }
}

/** The place of a property; `token` is its name as one of a JSON Pointer. */
export function property(parent: Place, name: string, token: string = name): Place {
  return { findings: parent.findings, parent, key: name, token, depth: parent.depth + 1 }
}

/** The place of a property whose name is not known beforehand. */
export function entry(parent: Place, name: string): Place {
  return property(parent, name, name.replaceAll('~', '~0').replaceAll('/', '~1'))
}

/** The place of an item. */
export function itemAt(parent: Place, index: number): Place {
  return { findings: parent.findings, parent, key: index, token: index, depth: parent.depth + 1 }
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ findings }: Place): boolean {
  return findings.issues.length >= findings.limit
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
    findings.deferred ??= []
    findings.deferred.push({ after: findings.issues.length, check, value, place })
  }
  return true
}

/** Adds an issue of a keyword, which stands at `schemaPath`. */
export function addIssue(
  place: Place,
  keyword: string,
  schemaPath: string,
  message: string,
  params?: Readonly<Record<string, unknown>>,
): void {
  if (isFull(place)) return
  const path = pathOf(place)
  const pointer = pointerOf(place)
  place.findings.issues.push(
    params === undefined
      ? { path, pointer, keyword, message, schemaPath }
      : { path, pointer, keyword, message, schemaPath, params },
  )
}

/** Keys and indexes from the root to a place. */
export function pathOf(place: Place): (string | number)[] {
  if (place.parent === undefined) return []
  if (place.parent.parent === undefined) return [place.key]
  const path: (string | number)[] = []
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at.key)
  return path.reverse()
}

function pointerOf({ parent, token }: Place): string {
  if (parent === undefined) return ''
  let pointer = `/${token}`
  for (let at = parent; at.parent !== undefined; at = at.parent) pointer = `/${at.token}${pointer}`
  return pointer
}
