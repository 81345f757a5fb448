import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import { FORMATS, nameFrom, NUMBERS, PATTERNS, valueFrom } from './pools.js'
import type { Random } from './random.js'

/** The types that a schema can be about. */
export const FOCUSES = ['object', 'array', 'string', 'number'] as const

/** One of them. */
export type Focus = (typeof FOCUSES)[number]

/** Where a schema that is being made stands, and how the schemas in it are made. */
export interface Site {
  readonly random: Random
  /** The type that most keywords are about, so that they meet. */
  readonly focus: Focus
  /** References that may be made here: none that leads to the same schema for the same value again. */
  readonly references: readonly string[]
  /** Makes a schema for the same value. */
  readonly sibling: () => JsonValue
  /** Makes a schema for a part of the value. */
  readonly part: (focus?: Focus) => JsonValue
}

/** Makes one keyword, or several that belong together. */
type MakeKeywords = (site: Site) => JsonObject

const names = (random: Random, least: number, most: number): string[] => [
  ...new Set(random.times(least, most, () => nameFrom(random))),
]

const named = (random: Random, most: number, make: () => JsonValue): JsonObject =>
  Object.fromEntries(names(random, 1, most).map((name) => [name, make()]))

const count = (random: Random): number => random.below(4)

/** The names of types (JSON Schema Validation 6.1.1). */
export const TYPES = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']

/** A limit that few values keep if it is alone, so the opposite of it is rare. */
const limits = (lower: string, upper: string, limit: (random: Random) => number): MakeKeywords[] => [
  ({ random }) => ({ [lower]: limit(random) }),
  ({ random }) => ({ [upper]: limit(random) }),
]

const objectKeywords: readonly MakeKeywords[] = [
  (site) => ({ properties: named(site.random, 3, () => site.part()) }),
  (site) => ({ properties: named(site.random, 3, () => site.part()), required: names(site.random, 0, 2) }),
  (site) => ({
    patternProperties: Object.fromEntries(
      site.random.some(Object.keys(PATTERNS), 1, 2).map((it) => [it, site.part()]),
    ),
  }),
  (site) => ({ additionalProperties: site.random.chance(0.4) ? false : site.part() }),
  (site) => ({ unevaluatedProperties: site.random.chance(0.5) ? false : site.part() }),
  (site) => ({
    unevaluatedProperties: site.random.chance(0.5) ? false : site.part(),
    properties: named(site.random, 2, () => site.part()),
  }),
  (site) => ({ propertyNames: site.part('string') }),
  ({ random }) => ({ required: names(random, 0, 2) }),
  ({ random }) => ({ dependentRequired: named(random, 2, () => names(random, 0, 2)) }),
  (site) => ({ dependentSchemas: named(site.random, 2, () => site.sibling()) }),
  ...limits('minProperties', 'maxProperties', count),
]

const arrayKeywords: readonly MakeKeywords[] = [
  (site) => ({ prefixItems: site.random.times(1, 3, () => site.part()) }),
  (site) => ({ items: site.random.chance(0.2) ? false : site.part() }),
  (site) => ({ contains: site.part() }),
  (site) => ({ contains: site.part(), minContains: count(site.random) }),
  (site) => ({ contains: site.part(), maxContains: count(site.random) }),
  (site) => ({ unevaluatedItems: site.random.chance(0.5) ? false : site.part() }),
  (site) => ({ unevaluatedItems: false, prefixItems: [site.part()] }),
  ({ random }) => ({ uniqueItems: random.chance(0.8) }),
  ({ random }) => ({ minContains: count(random) }),
  ...limits('minItems', 'maxItems', count),
]

const stringKeywords: readonly MakeKeywords[] = [
  ({ random }) => ({ pattern: random.pick(Object.keys(PATTERNS)) }),
  ({ random }) => ({ format: random.pick(Object.keys(FORMATS)) }),
  ...limits('minLength', 'maxLength', count),
]

const numberKeywords: readonly MakeKeywords[] = [
  ({ random }) => ({ multipleOf: Math.abs(random.pick(NUMBERS)) || 0.01 }),
  ...limits('minimum', 'maximum', (random) => random.pick(NUMBERS)),
  ...limits('exclusiveMinimum', 'exclusiveMaximum', (random) => random.pick(NUMBERS)),
]

const logicKeywords: readonly MakeKeywords[] = [
  (site) => ({ allOf: schemas(site, 2) }),
  (site) => ({ anyOf: schemas(site, 3) }),
  (site) => ({ oneOf: schemas(site, 3) }),
  (site) => ({ not: site.sibling() }),
  (site) => siblings(site, ['if', 'then', 'else']),
  (site) => siblings(site, ['if', site.random.pick(['then', 'else'])]),
  (site) => siblings(site, [site.random.pick(['if', 'then', 'else'])]),
  ({ random, references }): JsonObject => (references.length === 0 ? {} : { $ref: random.pick(references) }),
]

function siblings(site: Site, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(keywords.map((keyword) => [keyword, site.sibling()]))
}

function schemas(site: Site, most: number): JsonValue[] {
  return site.random.times(1, most, site.sibling)
}

const anyKeywords: readonly MakeKeywords[] = [
  ({ focus }) => ({ type: focus }),
  ({ random, focus }) => ({ type: [...new Set([focus, random.pick(TYPES)])] }),
  ({ random }) => ({ type: random.pick(TYPES) }),
  ({ random }) => ({ enum: distinct(random.times(1, 4, () => valueFrom(random))) }),
  ({ random }) => ({ const: valueFrom(random) }),
]

function distinct(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}

/** The keywords by what they are about. */
export const keywordGroups: Readonly<Record<Focus | 'logic' | 'any', readonly MakeKeywords[]>> = {
  object: objectKeywords,
  array: arrayKeywords,
  string: stringKeywords,
  number: numberKeywords,
  logic: logicKeywords,
  any: anyKeywords,
}
