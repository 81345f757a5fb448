import { describe } from '../describe.js'
import { failure, type Failure, isFailure } from '../problem.js'
import type { SchemaReference } from './copy-schema.js'
import type { SchemaRegistry } from './registry.js'
import { fragmentOf } from './uri.js'
import { placeAt, type SchemaPlace } from './resource.js'

/** What a reference leads to. */
export interface Target {
  /** Where it leads to if nothing else is in the dynamic scope. */
  readonly place: SchemaPlace
  /** The dynamic anchor that is looked for in the dynamic scope first, if the reference is really dynamic. */
  readonly dynamicAnchor?: string
}

/** Where a reference leads to (JSON Schema 2020-12, Core 8.2.3). */
export function targetOf(
  { keyword, value, resource, pointer }: SchemaReference,
  registry: SchemaRegistry,
): Target | Failure {
  if (keyword === '$id') return { place: placeAt(resource.document, pointer) }
  if (typeof value !== 'string') {
    return failure(`\`${keyword}\` must be a URI reference, found ${describe(value)}`, 'Write a string.')
  }
  const place = registry.resolve(value, resource)
  if (isFailure(place)) return place
  const { anchors, dynamicAnchors } = place.resource
  const name = fragmentOf(value)
  const isDynamic =
    keyword === '$dynamicRef' && dynamicAnchors.has(name) && anchors.get(name) === place.pointer
  return { place, ...(isDynamic && { dynamicAnchor: name }) }
}
