import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import { type Focus, FOCUSES, keywordGroups, type Site, TYPES } from './keywords.js'
import { valueFrom } from './pools.js'
import type { Random } from './random.js'

/** What is known of the place of a schema that is to be made. */
interface Plan extends Pick<Site, 'random' | 'focus' | 'references'> {
  /** How many levels of schemas may follow. */
  readonly depth: number
  /** References that may be made for a part of the value. */
  readonly inner: readonly string[]
}

/** A random schema of JSON Schema 2020-12, which is valid, and in which no reference leads back to itself for the same value. */
export function randomSchema(random: Random): JsonObject {
  return random.chance(0.05) ? dynamicSchema(random) : staticSchema(random)
}

function staticSchema(random: Random): JsonObject {
  const names = ['one', 'two', 'three'].slice(0, random.below(4))
  const references = names.map((name) => (name === 'two' ? '#two' : `#/$defs/${name}`))
  const plan = { random, focus: random.pick(FOCUSES), references, inner: [...references, '#'], depth: 3 }
  const definitions = names.map((name, index) => {
    const definition = keywords({ ...plan, depth: 2, references: references.slice(index + 1) }, 3)
    return [name, name === 'two' ? { ...definition, $anchor: 'two' } : definition]
  })
  const root = keywords(plan, 5)
  return names.length === 0 ? root : { ...root, $defs: Object.fromEntries(definitions) }
}

/** A tree whose nodes are those of the schema that was entered first (JSON Schema Core 8.2.3.2). */
function dynamicSchema(random: Random): JsonObject {
  const plan: Plan = { random, focus: 'object', references: [], inner: ['#'], depth: 1 }
  const $id = 'https://example.com/root'
  const node = { $dynamicRef: '#node' }
  const properties = { a: random.chance(0.5) ? node : { items: node }, b: schema(plan) }
  const tree = { ...keywords(plan, 2), $id: 'tree', $dynamicAnchor: 'node', properties }
  const strict = { ...keywords(plan, 2), $dynamicAnchor: 'node', $ref: 'tree' }
  if (random.chance(0.5)) return { ...strict, $id, $defs: { tree } }
  return { ...keywords(plan, 1), $id, properties: { c: { $ref: 'tree' } }, $defs: { tree, strict } }
}

function schema(plan: Plan): JsonValue {
  const { random, depth } = plan
  if (random.chance(0.06)) return random.chance(0.6)
  if (depth >= 0) return keywords(plan, depth > 0 ? 4 : 2)
  return random.chance(0.7) ? { type: random.pick(TYPES) } : { const: valueFrom(random, 1) }
}

function keywords(plan: Plan, most: number): JsonObject {
  const { random, focus, inner } = plan
  const depth = plan.depth - 1
  const anyFocus = (): Focus => random.pick(FOCUSES)
  const site: Site = {
    ...plan,
    sibling: () => schema({ ...plan, depth, focus: random.chance(0.8) ? focus : anyFocus() }),
    part: (about = anyFocus()) => schema({ ...plan, depth, focus: about, references: inner }),
  }
  const groups = random.times(1, most, () => {
    const kind = random.next()
    const from = kind < 0.55 ? keywordGroups[focus] : kind < 0.85 ? keywordGroups.logic : keywordGroups.any
    return random.pick(from)(site)
  })
  // A keyword that was made twice is there once, as made the last time.
  return Object.fromEntries(groups.flatMap((group) => Object.entries(group)))
}
