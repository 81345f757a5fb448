import type { Schema } from '../../model/types.js'
import { childSubschemas, referencesIn, subschemas } from './subschemas.js'

/** What has to be known of references to tell whether a schema branches. */
export interface Cycle {
  /** Whether a named schema is part of the cycle. */
  has(name: string): boolean
  /** Whether no value matches two of the alternatives, so that the others fail before they go any deeper. */
  isExclusive(alternatives: readonly Schema[]): boolean
}

/**
 * Whether one value may be checked by way of a cycle more than once: by two alternatives that both lead on to the same property,
 * say. At each level of such a value the work would double, were the answers not kept.
 */
export function branches(schema: Schema, cycle: Cycle): boolean {
  return waysInto(schema, cycle) > 1 || subschemas(schema).some((it) => branches(it, cycle))
}

/** In how many ways a schema leads into the cycle for the same part of a value, at most. */
function waysInto(schema: Schema, cycle: Cycle): number {
  const { ref, allOf = [], not, if: condition, then, else: otherwise, dependentSchemas = [] } = schema
  const ways = (it: Schema | undefined) => (it === undefined ? 0 : waysInto(it, cycle))
  const choice = (alternatives: readonly Schema[] = []) =>
    cycle.isExclusive(alternatives) ? Math.max(0, ...alternatives.map(ways)) : sum(alternatives.map(ways))
  return sum([
    ref !== undefined && cycle.has(ref.name) ? 1 : 0,
    sum([...allOf, ...dependentSchemas.map((it) => it.schema)].map(ways)),
    choice(schema.anyOf),
    choice(schema.oneOf),
    ways(not) + ways(condition) + Math.max(ways(then), ways(otherwise)),
    waysIntoChildren(schema, cycle),
  ])
}

/** Each property or item is described by one keyword, but that patterns and `contains` may be beside others. */
function waysIntoChildren(schema: Schema, cycle: Cycle): number {
  const leads = (it: Schema) => referencesIn(it).some((name) => cycle.has(name))
  const beside = [...(schema.patternProperties ?? []).map((it) => it.schema), schema.contains].filter(
    (it) => it !== undefined,
  )
  const others = childSubschemas(schema).filter((it) => !beside.includes(it))
  return beside.filter(leads).length + (others.some(leads) ? 1 : 0)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, it) => total + it, 0)
}
