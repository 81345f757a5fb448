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

/** A place in a value, as a chain of steps up to the root, and the schema that is applied there. */
export interface Place {
  readonly findings: Findings
  /** The place that this one is in; undefined for the root. */
  readonly parent: Place | undefined
  readonly step: Step
  /** The step as a reference token of a JSON Pointer. */
  readonly token: Step
  /** Where the schema stands, as a URI with a fragment. */
  readonly schema: string
  /** How many checks, one in the other, led here. */
  readonly depth: number
}

/**
 * Reports the issues of a value of one schema: the value at the place `within`, or, if there is a `step`, one step from there. The
 * step is one that a JSON Pointer has as it is.
 */
export type Check = (value: unknown, within: Place, step?: Step) => void

/** The place of the whole value. */
export function root(findings: Findings): Place {
  return { findings, parent: undefined, step: '', token: '', schema: '', depth: 0 }
}

/** The place that a check is called for, with the schema that it stands for. */
export function placeIn(within: Place, schema: string, step?: Step): Place {
  const { findings, parent, depth } = within
  return step === undefined
    ? { findings, parent, step: within.step, token: within.token, schema, depth: depth + 1 }
    : { findings, parent: within, step, token: step, schema, depth: depth + 1 }
}

/** The place of a property that the schema describes by its name, which a JSON Pointer has as it is. */
export function property(at: Place, name: string): Place {
  const { findings, schema, depth } = at
  return { findings, parent: at, step: name, token: name, schema: `${schema}/properties/${name}`, depth }
}

/** The place of an item. */
export function itemAt(at: Place, index: number): Place {
  const { findings, schema, depth } = at
  return { findings, parent: at, step: index, token: index, schema: `${schema}/items`, depth }
}

/** The place of any property or item; `schema` is where the schema stands that describes it. */
export function part(at: Place, step: Step, schema: string): Place {
  const { findings, depth } = at
  return { findings, parent: at, step, token: tokenOf(step), schema, depth }
}

/** A step as a reference token of a JSON Pointer (RFC 6901). */
export function tokenOf(step: Step): Step {
  if (typeof step === 'number' || !/[~/]/.test(step)) return step
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ findings }: Place): boolean {
  return findings.issues.length >= findings.limit
}
