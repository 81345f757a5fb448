import { type Code, code, join, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
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
export function reportCall(
  file: string,
  keyword: string,
  path: string,
  args: readonly Code[],
): Facet['report'] {
  const name = `report${keyword.charAt(0).toUpperCase()}${keyword.slice(1)}`
  return (place) => code`${helper(file, name)}(${join([place, literal(path), ...args], ', ')})`
}

/** Where a keyword of a schema stands, or the schema itself, as a URI with a fragment. */
export function schemaPath({ pointer, location }: Schema, keyword?: string): string {
  const place = location ?? `#${pointer}`
  return keyword === undefined ? place : `${place}/${keyword}`
}
