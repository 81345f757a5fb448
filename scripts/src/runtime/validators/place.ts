import type { Issue } from '../validation.js'

/** What was found so far in a value that is known to be invalid. */
export interface Findings {
  /** In document order. */
  readonly found: (Issue | Deferred)[]
  /** How many issues to collect at most. */
  readonly limit: number
  /** How many compositions, one in the other, are being looked at for why none of their alternatives matches. */
  readonly nesting: number
}

/** A part of a value that is too deep in it to be checked before what is around it is done. */
export interface Deferred {
  readonly check: Check
  readonly value: unknown
  readonly place: Place
}

/** A place in a value, as a chain of keys up to the root, together with the schema that it is checked against. */
export interface Place {
  readonly findings: Findings
  /** The place that this one is in; undefined for the root. */
  readonly parent: Place | undefined
  readonly key: string | number
  /** How many checks, one in the other, led here. */
  readonly depth: number
  /** Where the schema stands, as a URI with a fragment. */
  readonly schema: string
}

/** Reports the issues of a value of one schema. */
export type Check = (value: unknown, place: Place) => void

/** The place of the whole value. */
export function root(findings: Findings): Place {
  return { findings, parent: undefined, key: '', depth: 0, schema: '#' }
}

/** The same place, checked against another schema. */
export function within({ findings, parent, key, depth }: Place, schema: string): Place {
  return { findings, parent, key, depth, schema }
}

/** The place of a property, checked against its schema in `properties`. */
export function property(parent: Place, name: string): Place {
  return entry(parent, name, `properties/${escapeToken(name)}`)
}

/** The place of an item, checked against `items`. */
export function itemAt(parent: Place, index: number): Place {
  return entry(parent, index, 'items')
}

/** The place of an item, checked against its schema in `prefixItems`. */
export function prefixItem(parent: Place, index: number): Place {
  return entry(parent, index, `prefixItems/${index}`)
}

/** The place of a property or item, checked against a schema below that of its parent. */
export function entry(parent: Place, key: string | number, schema: string): Place {
  const { findings, depth } = parent
  return { findings, parent, key, depth: depth + 1, schema: `${parent.schema}/${schema}` }
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ findings }: Place): boolean {
  return findings.found.length >= findings.limit
}

const MAX_DEPTH = 400

/** Whether checks are so deep in one another that the stack may not hold many more. */
export function isDeep({ depth }: Place): boolean {
  return depth > MAX_DEPTH
}

/** Puts a check off until those around it are done. Inside an alternative that is only looked at for a message it is left out. */
export function defer(place: Place, check: Check, value: unknown): void {
  const { findings } = place
  if (findings.nesting === 0) findings.found.push({ check, value, place })
}

/** Adds an issue of a keyword of the place's schema. */
export function addIssue(
  place: Place,
  keyword: string,
  message: string,
  params?: Readonly<Record<string, unknown>>,
): void {
  if (isFull(place)) return
  const path = pathOf(place)
  const pointer = pointerOf(path)
  const schemaPath = `${place.schema}/${keyword}`
  const issue = { path, pointer, keyword, message, schemaPath }
  place.findings.found.push(params === undefined ? issue : { ...issue, params })
}

/** Keys and indexes from the root to a place. */
export function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = []
  for (let at = place; at.parent !== undefined; at = at.parent) path.push(at.key)
  return path.length > 1 ? path.reverse() : path
}

function pointerOf(path: readonly (string | number)[]): string {
  let pointer = ''
  for (const key of path) pointer += typeof key === 'number' ? `/${key}` : `/${escapeToken(key)}`
  return pointer
}

/** A reference token of a JSON Pointer (RFC 6901, 3). */
function escapeToken(token: string): string {
  if (!token.includes('~') && !token.includes('/')) return token
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
