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

/** A place in a value, as a chain of keys up to the root, together with the schema that it is checked against. */
export interface Place {
  readonly findings: Findings
  /** The place that this one is in; undefined for the root. */
  readonly parent: Place | undefined
  readonly key: string | number
  /** The key as a reference token of a JSON Pointer. */
  readonly token: string | number
  /** How many checks, one in the other, led here. */
  readonly depth: number
  /** Where the schema stands, as a URI with a fragment; for a property or item, that of what it is in. */
  readonly schema: string
  /** Where the schema of a property or item stands below `schema`; before the token if it ends with a slash. */
  readonly below: string
}

/** Reports the issues of a value of one schema. */
export type Check = (value: unknown, place: Place) => void

/** The place of the whole value. */
export function root(findings: Findings): Place {
  return { findings, parent: undefined, key: '', token: '', depth: 0, schema: '#', below: '' }
}

/** The same place, checked against another schema. */
export function within({ findings, parent, key, token, depth }: Place, schema: string): Place {
  return { findings, parent, key, token, depth, schema, below: '' }
}

/** The place of a property, checked against its schema in `properties`; `token` is its name as one of a JSON Pointer. */
export function property(parent: Place, name: string, token: string = name): Place {
  return child(parent, name, token, '/properties/')
}

/** The place of an item, checked against `items`. */
export function itemAt(parent: Place, index: number): Place {
  return child(parent, index, index, '/items')
}

/** The place of an item, checked against its schema in `prefixItems`. */
export function prefixItem(parent: Place, index: number): Place {
  return child(parent, index, index, '/prefixItems/')
}

/** The place of a property or item, checked against the schema `below` that of its parent: `/unevaluatedItems`. */
export function entry(parent: Place, key: string | number, below: string): Place {
  return child(parent, key, typeof key === 'number' ? key : escapeToken(key), below)
}

function child(parent: Place, key: string | number, token: string | number, below: string): Place {
  const { findings, depth, schema } = parent
  return { findings, parent, key, token, depth: depth + 1, schema, below }
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ findings }: Place): boolean {
  return findings.issues.length >= findings.limit
}

const MAX_CHECK_DEPTH = 400

/** Whether checks are so deep in one another that the stack may not hold many more. */
export function isDeep({ depth }: Place): boolean {
  return depth > MAX_CHECK_DEPTH
}

/** Puts a check off until those around it are done. Inside an alternative that is only looked at for a message it is left out. */
export function defer(place: Place, check: Check, value: unknown): void {
  const { findings } = place
  if (findings.nesting > 0) return
  findings.deferred ??= []
  findings.deferred.push({ after: findings.issues.length, check, value, place })
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
  const pointer = pointerOf(place)
  const schemaPath = schemaPathOf(place, keyword)
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

function pointerOf(place: Place): string {
  let pointer = ''
  for (let at = place; at.parent !== undefined; at = at.parent) pointer = `/${at.token}${pointer}`
  return pointer
}

function schemaPathOf({ schema, below, token }: Place, keyword: string): string {
  if (below === '') return `${schema}/${keyword}`
  return below.endsWith('/') ? `${schema}${below}${token}/${keyword}` : `${schema}${below}/${keyword}`
}

/** A reference token of a JSON Pointer (RFC 6901, 3). */
function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
