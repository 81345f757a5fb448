import { type Code, code, join, literal } from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { Schema } from '../../model/types.js'
import { helper } from './runtime.js'

/** A condition and its opposite. */
export interface Comparison {
  readonly holds: Code
  readonly fails: Code
}

/**
 * A keyword that is one comparison: when it holds, when it fails, and the call that reports it. The boolean path and the
 * reporting path both print facets, so that they cannot disagree.
 */
export interface Facet extends Comparison {
  readonly report: Report
}

/** Where issues are reported, as code: at the place that a function was called for, or further in. */
export interface Where {
  /** The place as an expression. */
  readonly place: Code
  /** The arguments of a function that is called for the place. */
  readonly argument: Code
  /** Whether the place is one step from another, which need not be made only to report an issue there. */
  readonly isStep: boolean
}

/** The call that reports a failure somewhere. */
export type Report = (where: Where) => Code

/** The call that reports a keyword: `report(at, 'minimum', 'must be at least 60, but is ' + value, { minimum: 60 })`. */
export function reported(keyword: string, message: Code, params?: JsonObject): Report {
  const rest = [literal(keyword), message, ...(params === undefined ? [] : [literal(params)])]
  return ({ argument, isStep }) =>
    code`${helper('report', isStep ? 'reportIn' : 'report')}(${join([argument, ...rest], ', ')})`
}

/** The call of a shipped function that reports a keyword, where it takes more than a message. */
export function reportedBy(file: string, name: string, args: readonly Code[]): Report {
  return ({ place }) => code`${helper(file, name)}(${join([place, ...args], ', ')})`
}

/** Where a schema stands, as a URI with a fragment. */
export function schemaUri({ pointer, location }: Schema): string {
  return location ?? `#${pointer}`
}
