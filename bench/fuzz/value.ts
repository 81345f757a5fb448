import { isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import type { Focus } from './keywords.js'
import { nudged } from './nudge.js'
import { FORMATS, nameFrom, NUMBERS, PATTERNS, stringFrom, valueFrom } from './pools.js'
import type { Random } from './random.js'
import type { Resources } from './resolve.js'

/** A value that a schema speaks of: made after it, and then often changed a little, so that it is just valid or just not. */
export function valueNear(schema: JsonValue, random: Random, resources: Resources): JsonValue {
  const value = new Maker(random, resources).make([schema], 4)
  return random.chance(0.5) ? value : nudged(value, random)
}

class Maker {
  readonly #random: Random
  readonly #resources: Resources

  constructor(random: Random, resources: Resources) {
    this.#random = random
    this.#resources = resources
  }

  /** A value that several schemas speak of. */
  make(schemas: readonly JsonValue[], depth: number): JsonValue {
    const random = this.#random
    const facts = schemas.flatMap((schema) => this.#factsOf(schema, 6))
    const values = facts.flatMap((it) => [...list(it, 'enum'), ...('const' in it ? [it['const']!] : [])])
    if (values.length > 0 && random.chance(0.8)) return random.pick(values)
    const type = this.#typeOf(facts)
    if (type === 'object' && depth > 0) return this.#object(facts, depth)
    if (type === 'array' && depth > 0) return this.#array(facts, depth)
    if (type === 'string') return this.#string(facts)
    if (type === 'number' || type === 'integer') return this.#number(facts, type === 'integer')
    return type === 'null' ? null : type === 'boolean' ? random.chance(0.5) : valueFrom(random, 1)
  }

  /** The schemas that apply to the same value, of alternatives one or two. */
  #factsOf(schema: JsonValue, depth: number): JsonObject[] {
    if (!isJsonObject(schema) || depth === 0) return []
    const random = this.#random
    const parts = [
      ...list(schema, 'allOf'),
      ...random.some(list(schema, 'anyOf'), 1, 2),
      ...random.some(list(schema, 'oneOf'), 1, 1),
      ...Object.values(members(schema, 'dependentSchemas')).filter(() => random.chance(0.4)),
    ]
    const reference = own(schema, '$ref') ?? own(schema, '$dynamicRef')
    if (typeof reference === 'string') parts.push(this.#resources.target(schema, reference))
    const branch = random.chance(0.6) ? ['if', 'then'] : ['else']
    if (random.chance(0.2)) branch.push('not')
    for (const keyword of branch) if (keyword in schema) parts.push(schema[keyword]!)
    return [schema, ...parts.flatMap((it) => this.#factsOf(it, depth - 1))]
  }

  #typeOf(facts: readonly JsonObject[]): JsonValue {
    const random = this.#random
    const named = facts.flatMap((it) => {
      const type = own(it, 'type')
      return type === undefined ? [] : [Array.isArray(type) ? random.pick(type as JsonValue[]) : type]
    })
    if (named.length > 0 && random.chance(0.9)) return random.pick(named)
    const meant = Object.entries(TELLING).filter(([, words]) =>
      facts.some((it) => words.some((word) => Object.hasOwn(it, word))),
    )
    if (meant.length > 0 && random.chance(0.9)) return random.pick(meant)[0]
    return random.pick(['object', 'array', 'string', 'number', 'boolean', 'null'])
  }

  #object(facts: readonly JsonObject[], depth: number): JsonValue {
    const random = this.#random
    const names = new Set<string>()
    const propose = (found: readonly JsonValue[], probability: number): void => {
      for (const name of found) if (typeof name === 'string' && random.chance(probability)) names.add(name)
    }
    for (const fact of facts) {
      propose(Object.keys(members(fact, 'properties')), 0.6)
      propose(list(fact, 'required'), 0.9)
      propose(Object.keys(members(fact, 'dependentSchemas')), 0.3)
      for (const [name, needed] of Object.entries(members(fact, 'dependentRequired'))) {
        propose([name], 0.4)
        if (names.has(name)) propose(needed as JsonValue[], 0.8)
      }
      for (const pattern of Object.keys(members(fact, 'patternProperties'))) {
        propose([random.pick(PATTERNS[pattern]!)], 0.5)
      }
      if ('propertyNames' in fact) propose([this.make([fact['propertyNames']!], 0)], 0.6)
    }
    const wanted = this.#size(facts, 'minProperties', 'maxProperties', names.size)
    for (let tries = 0; names.size < wanted && tries < 8; tries += 1) names.add(nameFrom(random))
    return Object.fromEntries(
      [...names].map((name) => [
        name,
        this.make(
          facts.flatMap((it) => schemasOf(it, name)),
          depth - 1,
        ),
      ]),
    )
  }

  #array(facts: readonly JsonObject[], depth: number): JsonValue {
    const random = this.#random
    const prefix = Math.max(0, ...facts.map((it) => list(it, 'prefixItems').length))
    const size = this.#size(facts, 'minItems', 'maxItems', random.pick([0, 1, 2, prefix]))
    const items: JsonValue[] = []
    for (let index = 0; index < Math.min(size, 6); index += 1) {
      const schemas = facts.flatMap((it) => {
        const before = list(it, 'prefixItems')
        const described = before[index] ?? it['items'] ?? it['unevaluatedItems']
        const contained = 'contains' in it && random.chance(0.4) ? [it['contains']!] : []
        return described === undefined ? contained : [described, ...contained]
      })
      const repeats = items.length > 0 && random.chance(0.1)
      items.push(repeats ? random.pick(items) : this.make(schemas, depth - 1))
    }
    return items
  }

  /** A size at the edge of what is allowed, or else `size`. */
  #size(facts: readonly JsonObject[], least: string, most: string, size: number): number {
    const edges = facts.flatMap((it) => [...numbers(it, least), ...numbers(it, most)])
    if (edges.length === 0 || this.#random.chance(0.4)) return size
    return Math.max(0, this.#random.pick(edges) + this.#random.pick([-1, 0, 0, 1]))
  }

  #string(facts: readonly JsonObject[]): JsonValue {
    const random = this.#random
    const known = facts.flatMap((it) => [
      ...(PATTERNS[String(it['pattern'])] ?? []),
      ...(FORMATS[String(it['format'])] ?? []),
    ])
    if (known.length > 0 && random.chance(0.8)) return random.pick(known)
    const size = this.#size(facts, 'minLength', 'maxLength', -1)
    return size < 0 ? stringFrom(random) : random.pick(['a', 'b', '😀', 'é', '\ud800']).repeat(size)
  }

  #number(facts: readonly JsonObject[], isWhole: boolean): JsonValue {
    const random = this.#random
    const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
    const edges = facts.flatMap((it) => limits.flatMap((keyword) => numbers(it, keyword)))
    const units = facts.flatMap((it) => numbers(it, 'multipleOf'))
    const edge = random.pick(edges.length > 0 && random.chance(0.8) ? edges : NUMBERS)
    const [unit = 1] = units
    const near = units.length > 0 ? unit * Math.round(edge / unit) : edge
    const number = near + random.pick([0, 0, unit, -unit, 0.5, 1e-9])
    return Number.isFinite(number) ? (isWhole ? Math.round(number) : number) : edge
  }
}

/** Keywords that tell of which type a value is meant to be. */
const TELLING: Readonly<Record<Focus, readonly string[]>> = {
  object: [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'propertyNames',
    'minProperties',
    'maxProperties',
    'unevaluatedProperties',
    'dependentRequired',
    'dependentSchemas',
  ],
  array: ['prefixItems', 'items', 'contains', 'uniqueItems', 'minItems', 'maxItems', 'unevaluatedItems'],
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
}

function schemasOf(fact: JsonObject, name: string): JsonValue[] {
  const named = own(members(fact, 'properties'), name)
  const matching = Object.entries(members(fact, 'patternProperties'))
    .filter(([pattern]) => new RegExp(pattern, 'u').test(name))
    .map(([, schema]) => schema)
  const known = [...(named === undefined ? [] : [named]), ...matching]
  const other = fact['additionalProperties'] ?? fact['unevaluatedProperties']
  return known.length > 0 || other === undefined ? known : [other]
}

function list(schema: JsonObject, keyword: string): readonly JsonValue[] {
  const value = own(schema, keyword)
  return Array.isArray(value) ? value : []
}

function members(schema: JsonObject, keyword: string): JsonObject {
  const value = own(schema, keyword)
  return isJsonObject(value) ? value : {}
}

function numbers(schema: JsonObject, keyword: string): number[] {
  const value = own(schema, keyword)
  return typeof value === 'number' ? [value] : []
}
