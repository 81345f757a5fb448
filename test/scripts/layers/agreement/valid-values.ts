import type { Random } from '../../../../bench/fuzz/random.js'
import { isJsonObject, type JsonObject, type JsonValue, own } from '../../../../scripts/src/json.js'
import { referencePointer, valueAt } from '../../../../scripts/src/pointer.js'
import { TEXTS } from './generated-scalars.js'

/** The property that makers of values add where a schema lists none of this name; no schema does. */
export const UNLISTED = 'unlisted'

/** The name of a property that only `additionalProperties` or `patternProperties` speaks of, beside listed ones. */
export const OTHER = 'ext-other'

/** How deep required parts, or schemas of the same value, are nested at most. */
const LIMIT = 8

/** Makes values that are meant to be valid; what a schema rarely says can keep one from it. */
export class ValueMaker {
  readonly #random: Random
  readonly #document: JsonObject

  /** @param document what references in the schemas lead to */
  constructor(random: Random, document: JsonObject) {
    this.#random = random
    this.#document = document
  }

  /** A value for several schemas at once, with optional parts down to a depth. */
  make(schemas: readonly JsonValue[], depth = 4): JsonValue {
    // Of a schema that needs itself there is no value.
    if (depth < -LIMIT) return null
    const random = this.#random
    const facts = schemas.flatMap((schema) => this.#facts(schema))
    const fixed = facts.flatMap((it) => [...list(it, 'enum'), ...('const' in it ? [it['const']!] : [])])
    if (fixed.length > 0) return random.pick(fixed)
    return makers[random.pick(typesOf(facts))]!(facts, depth, this, random)
  }

  /** The schemas that apply to the same value: of alternatives, one. */
  #facts(schema: JsonValue, depth = LIMIT): JsonObject[] {
    if (!isJsonObject(schema) || depth === 0) return []
    const alternatives = [list(schema, 'anyOf'), list(schema, 'oneOf')].filter((it) => it.length > 0)
    const parts = [...list(schema, 'allOf'), ...alternatives.map((it) => this.#random.pick(it))]
    const reference = own(schema, '$ref')
    if (typeof reference === 'string') parts.push(valueAt(this.#document, referencePointer(reference)!)!)
    return [schema, ...parts.flatMap((it) => this.#facts(it, depth - 1))]
  }
}

type Make = (facts: readonly JsonObject[], depth: number, maker: ValueMaker, random: Random) => JsonValue

const makers: Readonly<Record<string, Make>> = {
  null: () => null,
  boolean: (_facts, _depth, _maker, random) => random.chance(0.5),
  string: makeString,
  integer: makeNumber,
  number: makeNumber,
  array: makeArray,
  object: makeObject,
}

/** The types that all of the schemas allow. */
function typesOf(facts: readonly JsonObject[]): readonly string[] {
  const named = facts.flatMap((it) => (it['type'] === undefined ? [] : [[it['type']].flat().map(String)]))
  const all = named[0] ?? ['string', 'boolean', 'null']
  const common = all.filter((type) => named.every((types) => types.includes(type)))
  return common.length > 0 ? common : all
}

function makeString(
  facts: readonly JsonObject[],
  _depth: number,
  _maker: ValueMaker,
  random: Random,
): JsonValue {
  const known = facts.flatMap((it) => TEXTS[String(it['pattern'] ?? it['format'])] ?? [])
  return random.pick(known.length > 0 ? known : ['a', 'voice-starter', '"quoted" \\ `text`', '😀'])
}

function makeNumber(
  facts: readonly JsonObject[],
  _depth: number,
  _maker: ValueMaker,
  random: Random,
): JsonValue {
  const edges = facts.flatMap((it) => [...numbers(it, 'minimum'), ...numbers(it, 'maximum')])
  return random.pick([...edges, 1, 2, 50])
}

function makeArray(
  facts: readonly JsonObject[],
  depth: number,
  maker: ValueMaker,
  random: Random,
): JsonValue {
  const least = Math.max(0, ...facts.flatMap((it) => numbers(it, 'minItems')))
  const size = depth > 0 ? least + random.below(3) : least
  return Array.from({ length: size }, (_, index) => {
    const schemas = facts.flatMap((it) => list(it, 'prefixItems')[index] ?? own(it, 'items') ?? [])
    return maker.make(schemas, depth - 1)
  })
}

function makeObject(
  facts: readonly JsonObject[],
  depth: number,
  maker: ValueMaker,
  random: Random,
): JsonValue {
  const required = facts.flatMap((it) => list(it, 'required').map(String))
  const forbidden = new Set(facts.flatMap((it) => names(it).filter((name) => members(it)[name] === false)))
  const optional = facts.flatMap(names).filter(() => depth > 0 && random.chance(0.6))
  const isRecord = facts.some((it) => isJsonObject(it['additionalProperties']))
  const patterned = facts.some((it) => own(it, 'patternProperties') !== undefined) ? [OTHER] : []
  const free = facts.flatMap(names).length > 0 ? OTHER : 'key'
  const others = (isRecord ? [free] : patterned).filter(() => depth > 0 && random.chance(0.6))
  const chosen = new Set([...required, ...optional, ...others].filter((name) => !forbidden.has(name)))
  // TypeScript takes an object for a mistake that has no property of a type of which none is required.
  if (!isRecord && chosen.size > 0 && random.chance(0.2)) chosen.add(UNLISTED)
  return Object.fromEntries(
    [...chosen].map((name) => [
      name,
      maker.make(
        facts.flatMap((it) => schemasOf(it, name)),
        depth - 1,
      ),
    ]),
  )
}

function schemasOf(fact: JsonObject, name: string): JsonValue[] {
  const listed = own(members(fact), name)
  const patterned = Object.entries(own(fact, 'patternProperties') ?? {}).flatMap(
    ([pattern, schema]) => (new RegExp(pattern, 'u').test(name) ? [schema as JsonValue] : []), // a member of JSON
  )
  const known = [...(listed === undefined ? [] : [listed]), ...patterned]
  return known.length > 0 ? known : [own(fact, 'additionalProperties') ?? []].flat()
}

function members(fact: JsonObject): JsonObject {
  const properties = own(fact, 'properties')
  return isJsonObject(properties) ? properties : {}
}

function names(fact: JsonObject): string[] {
  return Object.keys(members(fact))
}

function list(schema: JsonObject, keyword: string): readonly JsonValue[] {
  const value = own(schema, keyword)
  return Array.isArray(value) ? value : []
}

function numbers(schema: JsonObject, keyword: string): number[] {
  const value = own(schema, keyword)
  return typeof value === 'number' ? [value] : []
}
