import { type Code, code, join } from '../../emit/index.js'
import { helper } from './runtime.js'

/**
 * A keyword that is one comparison: when it holds, when it fails, and the call that reports it. The boolean path and the
 * reporting path both print facets, so that they cannot disagree.
 */
export interface Facet {
  readonly holds: Code
  readonly fails: Code
  /** The call that reports the failure at a place. */
  readonly report: (place: Code) => Code
}

/** A call of a shipped function that reports a keyword: `reportMinimum(place, 60, value)`. */
export function reportCall(file: string, keyword: string, args: readonly Code[]): Facet['report'] {
  const name = `report${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}`
  return (place) => code`${helper(file, name)}(${join([place, ...args], ', ')})`
}
