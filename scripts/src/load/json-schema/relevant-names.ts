import { placeOfAnchor } from './dynamic-scope.js'
import { placeKey, type Resource, type SchemaPlace } from './resource.js'
import type { Target } from './target.js'

/**
 * Of each schema that can be come to from `roots`, by its {@link placeKey}, the dynamic anchors on whose meaning it depends: those
 * that references look for there or further on, and that more than one resource has. Most schemas depend on none, and so need
 * not be told apart by how they are come to.
 */
export function relevantNames(
  roots: readonly SchemaPlace[],
  targetsOf: (place: SchemaPlace) => readonly Target[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const { nodes, candidates } = discover(roots, targetsOf)
  const relevant = new Map<string, Set<string>>([...nodes.keys()].map((key) => [key, new Set()]))
  const ambiguous = [...candidates].filter(([, places]) => places.length > 1)
  if (ambiguous.length === 0) return relevant
  const sources = reversed(nodes, candidates)
  for (const [name] of ambiguous) {
    const open = [...nodes].filter(([, targets]) => targets.some((it) => it.dynamicAnchor === name))
    const keys = open.map(([key]) => key)
    for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
      const names = relevant.get(key)!
      if (!names.has(name)) keys.push(...(sources.get(key) ?? []))
      names.add(name)
    }
  }
  return relevant
}

/** The schemas that can be come to, with the targets of the references in each, and what each dynamic anchor may mean. */
interface Discovery {
  readonly nodes: ReadonlyMap<string, readonly Target[]>
  readonly candidates: ReadonlyMap<string, readonly SchemaPlace[]>
}

function discover(
  roots: readonly SchemaPlace[],
  targetsOf: (place: SchemaPlace) => readonly Target[],
): Discovery {
  const nodes = new Map<string, readonly Target[]>()
  const resources = new Set<Resource>()
  const anchors = new Set<string>()
  const candidates = new Map<string, SchemaPlace[]>()
  const open = [...roots]
  for (;;) {
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (nodes.has(placeKey(place))) continue
      const targets = targetsOf(place)
      nodes.set(placeKey(place), targets)
      resources.add(place.resource)
      open.push(...targets.map((target) => target.place))
      for (const { dynamicAnchor } of targets) if (dynamicAnchor !== undefined) anchors.add(dynamicAnchor)
    }
    for (const anchor of anchors) {
      const holders = [...resources].filter(({ dynamicAnchors }) => dynamicAnchors.has(anchor))
      candidates.set(
        anchor,
        holders.map((resource) => placeOfAnchor(resource, anchor)),
      )
    }
    open.push(...[...candidates.values()].flat().filter((place) => !nodes.has(placeKey(place))))
    if (open.length === 0) return { nodes, candidates }
  }
}

/** Of each schema, those from which it can be come to in one step. */
function reversed(
  nodes: Discovery['nodes'],
  candidates: Discovery['candidates'],
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>()
  for (const [key, targets] of nodes) {
    const next = targets.flatMap(({ place, dynamicAnchor }) => [
      place,
      ...(dynamicAnchor === undefined ? [] : candidates.get(dynamicAnchor)!),
    ])
    for (const target of new Set(next.map(placeKey))) {
      const known = sources.get(target)
      if (known === undefined) sources.set(target, [key])
      else known.push(key)
    }
  }
  return sources
}
