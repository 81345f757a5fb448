import type { NamedSchema } from '../../model/types.js'
import type { Follow } from './follow.js'
import { type BuilderProperty, hasOwnProperties, isOpen, propertiesOf } from './properties.js'
import { type Way, waysOf } from './ways.js'

/** A builder, before it is printed. */
export interface BuilderPlan {
  readonly schema: NamedSchema
  readonly properties: readonly BuilderProperty[]
  readonly ways: readonly Way[]
  /** The properties on which it depends whether there is a `build`, or a setter of another property. */
  readonly decisive: ReadonlySet<string>
  /** Whether it has every method from the start. */
  readonly isComplete: boolean
  /** Whether properties that are not declared may be set too. */
  readonly isOpen: boolean
}

/**
 * The builder of a schema; absent if it would be of no use: for what is no object (an enum, a string, a list), and for an
 * object without declared properties of its own (a map, or one of several other schemas, which have builders themselves).
 */
export function planBuilder(schema: NamedSchema, follow: Follow): BuilderPlan | undefined {
  if (!hasOwnProperties(schema.schema, follow)) return undefined
  const ways = waysOf(schema.schema, follow)
  const decisive = decisiveIn(ways)
  return {
    schema,
    properties: propertiesOf(schema.schema, ways, follow),
    ways,
    decisive,
    isComplete: decisive.size === 0 && ways.length > 0,
    isOpen: isOpen(schema.schema, follow),
  }
}

function decisiveIn(ways: readonly Way[]): ReadonlySet<string> {
  const needs = ways.flatMap((way) => [...way.needs])
  const excludes = ways.flatMap((way) => [...way.excludes])
  return new Set([...needs, ...excludes])
}
