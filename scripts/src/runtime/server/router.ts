import {
  matchSegment,
  normalizeButDots,
  parsePathTemplate,
  type SegmentTemplate,
  splitPath,
  withDots,
} from './path-template.js'

/** Something that is reached by method and path. */
interface Routed {
  readonly method: string
  readonly path: string
  readonly prefix?: string
  readonly basePath?: string
}

/** A path of the document that a request's path matches. */
export interface PathMatch<R extends Routed> {
  /** What is there, by method. */
  readonly endpoints: ReadonlyMap<string, Endpoint<R>>
  /** The texts of the template's variables in order, still percent-encoded. */
  readonly values: readonly string[]
}

/** A route and the names of the variables in its template. */
export interface Endpoint<R extends Routed> {
  readonly route: R
  readonly variables: readonly string[]
}

/** Finds the path of the document for the path of a URL; `undefined` if there is none. */
export type Router<R extends Routed> = (pathname: string) => PathMatch<R> | undefined

/** A point in the tree of all path templates, by segment. */
interface Node<R extends Routed> {
  readonly literals: Map<string, Node<R>>
  readonly templates: { readonly template: SegmentTemplate; readonly node: Node<R> }[]
  readonly endpoints: Map<string, Endpoint<R>>
}

/**
 * Makes a router. Literal segments come before templated ones (OpenAPI 3.1, 4.8.8.2) and those with more literal text before
 * those with less; where the first choice leads nowhere, the next is tried. `basePath` comes before the path of every route that
 * has none of its own, and may have variables too. Of routes with the same method and the same path the first is found.
 */
export function createRouter<R extends Routed>(routes: readonly R[], basePath: string): Router<R> {
  const root = createNode<R>()
  for (const route of routes) {
    const { basePath: base = basePath, prefix = '', path } = route
    const segments = parsePathTemplate(base + prefix + path)
    const { endpoints } = segments.reduce(childFor, root)
    const variables = segments.flatMap((segment) => segment.variables)
    if (!endpoints.has(route.method)) endpoints.set(route.method, { route, variables })
  }
  return (pathname) => find(root, splitPath(pathname).map(normalizeButDots), 0, [])
}

function createNode<R extends Routed>(): Node<R> {
  return { literals: new Map(), templates: [], endpoints: new Map() }
}

function childFor<R extends Routed>(parent: Node<R>, template: SegmentTemplate): Node<R> {
  const key = shapeOf(template)
  const known =
    template.variables.length === 0
      ? parent.literals.get(key)
      : parent.templates.find((it) => shapeOf(it.template) === key)?.node
  if (known) return known
  const node = createNode<R>()
  if (template.variables.length === 0) {
    parent.literals.set(key, node)
  } else {
    parent.templates.push({ template, node })
    parent.templates.sort((a, b) => literalLength(b.template) - literalLength(a.template))
  }
  return node
}

/** What two templates that match the same segments have in common; normalized text has no braces. */
function shapeOf({ literals }: SegmentTemplate): string {
  return literals.join('{}')
}

function literalLength({ literals }: SegmentTemplate): number {
  return literals.join('').length
}

function find<R extends Routed>(
  { literals, templates, endpoints }: Node<R>,
  segments: readonly string[],
  index: number,
  values: readonly string[],
): PathMatch<R> | undefined {
  const segment = segments[index]
  if (segment === undefined) return endpoints.size > 0 ? { endpoints, values } : undefined
  const literal = literals.get(withDots(segment))
  const match = literal && find(literal, segments, index + 1, values)
  if (match) return match
  for (const { template, node } of templates) {
    const captured = matchSegment(template, segment) ?? matchSegment(template, withDots(segment))
    const deeper = captured && find(node, segments, index + 1, [...values, ...captured])
    if (deeper) return deeper
  }
  return undefined
}
