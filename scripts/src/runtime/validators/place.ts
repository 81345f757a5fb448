import type { Issue } from '../validation.js'

/**
 * A place in a value, as a chain of keys up to the root, together with the schema that it is checked against and the list
 * that its issues go to. Places are made only once a value is known to be invalid.
 */
export interface Place {
  readonly issues: Issue[]
  /** How many issues to collect at most. */
  readonly limit: number
  /** The place that this one is in; absent for the root. */
  readonly parent?: Place
  readonly key?: string | number
  /** Where the schema stands in the OpenAPI document, as a URI fragment. */
  readonly schema: string
}

/** Reports the issues of a value of one schema. */
export type Check = (value: unknown, place: Place) => void

/** The same place, checked against another schema. */
export function within({ issues, limit, parent, key }: Place, schema: string): Place {
  return parent === undefined || key === undefined
    ? { issues, limit, schema }
    : { issues, limit, parent, key, schema }
}

/** The place of a property, checked against its schema in `properties`. */
export function property(parent: Place, name: string): Place {
  return entry(parent, name, `properties/${escape(name)}`)
}

/** The place of an item, checked against `items`. */
export function item(parent: Place, index: number): Place {
  return entry(parent, index, 'items')
}

/** The place of an item, checked against its schema in `prefixItems`. */
export function prefixItem(parent: Place, index: number): Place {
  return entry(parent, index, `prefixItems/${index}`)
}

/** The place of a property or item, checked against a schema below that of its parent. */
export function entry(parent: Place, key: string | number, schema: string): Place {
  const { issues, limit } = parent
  return { issues, limit, parent, key, schema: `${parent.schema}/${schema}` }
}

/** Whether no more issues are taken, so that loops can end. */
export function isFull({ issues, limit }: Place): boolean {
  return issues.length >= limit
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
  const pointer = path.map((key) => `/${escape(String(key))}`).join('')
  const schemaPath = `${place.schema}/${keyword}`
  place.issues.push({ path, pointer, keyword, message, schemaPath, ...(params && { params }) })
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = []
  let current: Place | undefined = place
  for (; current?.key !== undefined; current = current.parent) path.unshift(current.key)
  return path
}

/** A reference token of a JSON Pointer (RFC 6901, 3). */
function escape(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1')
}
