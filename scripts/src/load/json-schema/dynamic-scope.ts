import { placeAt, placeKey, type Resource, type SchemaPlace } from './resource.js'
import type { Target } from './target.js'

/**
 * Which resource a dynamic anchor means: of those on the way of references to a schema, the outermost that has the anchor (JSON
 * Schema 2020-12, Core 8.2.3.2). Names that nothing depends on are left out.
 */
export type DynamicScope = ReadonlyMap<string, Resource>

/** The scope in a schema that was come to from a schema with the scope `outer`. `names` are those that matter from there on. */
export function enter(
  outer: DynamicScope,
  { resource }: SchemaPlace,
  names: ReadonlySet<string>,
): DynamicScope {
  const scope = new Map<string, Resource>()
  for (const name of [...names].toSorted()) {
    const meant = outer.get(name) ?? (resource.dynamicAnchors.has(name) ? resource : undefined)
    if (meant !== undefined) scope.set(name, meant)
  }
  return scope
}

/** The schema that a reference leads to from a schema with this scope. */
export function resolveInScope({ place, dynamicAnchor }: Target, scope: DynamicScope): SchemaPlace {
  const resource = dynamicAnchor === undefined ? undefined : scope.get(dynamicAnchor)
  return resource === undefined ? place : placeOfAnchor(resource, dynamicAnchor!)
}

/** The schema with an anchor of a resource. */
export function placeOfAnchor(resource: Resource, anchor: string): SchemaPlace {
  return placeAt(resource.document, resource.anchors.get(anchor)!)
}

/** A text that is the same for the same schema in the same scope only. */
export function scopedKey(place: SchemaPlace, scope: DynamicScope): string {
  const meanings = [...scope].map(([name, { document, pointer }]) => [name, document.uri, pointer])
  return JSON.stringify([placeKey(place), ...meanings])
}
