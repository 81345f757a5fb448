import type { Issue } from '../validation.js'
import type { Deferred } from './put-off.js'

/** What was found so far in a value that is known to be invalid. */
export interface Findings {
  /** In document order. */
  readonly issues: Issue[]
  /** The parts of the value that are checked later; undefined while there are none. */
  deferred: Deferred | undefined
  /** How many issues to collect at most. */
  readonly limit: number
  /** How many compositions, one in the other, are being looked at for why none of their alternatives matches. */
  readonly nesting: number
}

/** A step of a path: the name of a property or the index of an item. */
export type Step = string | number

/** A place in a value, as a chain of steps up to the root. */
export interface Place {
  readonly findings: Findings
  /** The place that this one is in; undefined for the root. */
  readonly parent: Place | undefined
  readonly step: Step
  /** The step as a reference token of a JSON Pointer. */
  readonly token: Step
  /** How many steps checks have made, one inside the other. */
  readonly depth: number
}

/**
 * Reports the issues of a value of one schema: the value at the place `within`, or, if there is a `step`, one step from there. The
 * step is one that a JSON Pointer has as it is.
 */
export type Check = (value: unknown, within: Place, step?: Step) => void

/** The place of the whole value. */
export function root(findings: Findings): Place {
  return { findings, parent: undefined, step: '', token: '', depth: 0 }
}

/** The place that a check is called for. */
export function placeIn(within: Place, step: Step | undefined): Place {
  if (step === undefined) return within
  return { findings: within.findings, parent: within, step, token: step, depth: within.depth + 1 }
}

/** The place of a property of any name. */
export function entry(at: Place, name: string): Place {
  return { findings: at.findings, parent: at, step: name, token: tokenOf(name), depth: at.depth + 1 }
}

/** The name of a property as a reference token of a JSON Pointer (RFC 6901). */
export function tokenOf(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ findings }: Place): boolean {
  return findings.issues.length >= findings.limit
}
