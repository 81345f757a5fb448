import type { Random } from '../../../../bench/fuzz/random.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { scalar } from './generated-scalars.js'

/** Names that properties of real documents have. */
const NAMES = ['id', 'name', 'status', 'created_at', 'items', 'parent', 'x-trace', '@type', '0', 'size']
const NAMES_OF_HEIRS = ['label', 'owner', 'region', 'x-region', 'labels']

/** Component schemas as OpenAPI documents have them, `S0` and on, the same for the same seed. */
export function generatedSchemas(count: number, random: Random): Readonly<Record<string, JsonValue>> {
  const maker = new SchemaMaker(random)
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`S${index}`, maker.component(index)]),
  )
}

class SchemaMaker {
  readonly #random: Random
  /** Components that were made, and so can be referred to where a value has to be: a later one may need itself. */
  readonly #made: string[] = []
  /** Those of objects that may have more properties than are listed. */
  readonly #open: string[] = []
  /** Those of objects that tell by their `kind` which they are. */
  readonly #tagged: string[] = []

  constructor(random: Random) {
    this.#random = random
  }

  component(index: number): JsonValue {
    const name = `S${index}`
    const kinds: readonly (() => JsonValue)[] = [
      ...Array.from({ length: 4 }, () => () => this.#namedObject(name)),
      () => this.#inheriting(),
      () => this.#union(),
      () => this.#exclusive(),
      () => this.#property(2),
    ]
    const schema = this.#random.pick(kinds)()
    this.#made.push(name)
    return schema
  }

  #namedObject(name: string): JsonValue {
    const isTagged = this.#random.chance(0.5)
    const kind: JsonObject = this.#random.chance(0.5) ? { const: name } : { type: 'string', enum: [name] }
    const object = this.#object(2, isTagged ? { kind } : {})
    if (isTagged) this.#tagged.push(name)
    if (object['additionalProperties'] === undefined) this.#open.push(name)
    return object
  }

  /** A schema with `properties`, of which those in `fixed` are required. */
  #object(depth: number, fixed: JsonObject = {}, pool = NAMES): JsonObject {
    const random = this.#random
    const names = random.some(pool, 1, 5)
    const required = [...Object.keys(fixed), ...names.filter(() => random.chance(0.5))]
    const optional = names.filter((name) => !required.includes(name))
    const properties = [
      ...required.map((name) => [name, fixed[name] ?? this.#property(depth - 1)] as const),
      ...optional.map((name) => [name, this.#optional(depth - 1)] as const),
    ]
    return {
      type: random.chance(0.05) ? ['object', 'null'] : 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...random.pick<() => JsonObject>([
        ...Array.from({ length: 5 }, () => () => ({})),
        () => ({ additionalProperties: false }),
        () => ({ additionalProperties: true }),
        () => ({ additionalProperties: this.#property(0) }),
        () => ({ patternProperties: { '^ext-': this.#property(0) } }),
        () => ({ patternProperties: { '^ext-': this.#property(0) }, additionalProperties: false }),
        () => ({ minProperties: 1, maxProperties: 20 }),
      ])(),
    }
  }

  /** A property that may be absent, so that it can refer to any schema, also to the one that it is in. */
  #optional(depth: number): JsonValue {
    if (this.#random.chance(0.8)) return this.#property(depth)
    const reference = { $ref: `#/components/schemas/S${this.#made.length}` }
    return this.#random.pick<JsonValue>([reference, { type: 'array', items: reference }])
  }

  #property(depth: number): JsonValue {
    const random = this.#random
    if (depth < 0 || random.chance(0.5)) return scalar(random)
    return random.pick<() => JsonValue>([
      () => this.#reference(this.#made),
      () => this.#reference(this.#made),
      () => ({ type: 'array', items: this.#property(depth - 1), ...random.pick([{}, { minItems: 1 }]) }),
      () => ({ type: ['array', 'null'], items: this.#property(depth - 1), uniqueItems: true }),
      () => ({ type: 'array', prefixItems: [scalar(random), this.#property(depth - 1)], minItems: 1 }),
      () => ({ type: 'object', additionalProperties: this.#property(depth - 1) }),
      () => this.#object(depth),
      () => ({ oneOf: [this.#reference(this.#made), { type: 'null' }] }),
      () => ({ anyOf: [this.#property(depth - 1), this.#property(depth - 1)] }),
      () => ({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }),
      () => ({ allOf: [this.#reference(this.#made)], description: 'As another one.' }),
      () => ({ ...this.#reference(this.#made), description: 'Another one.' }),
      () => ({}),
      () => ({ type: 'object' }),
      () => ({ type: 'array' }),
    ])()
  }

  /** Inheritance: the properties of another schema, and more. */
  #inheriting(): JsonValue {
    const { additionalProperties: _, ...own } = this.#object(1, {}, NAMES_OF_HEIRS)
    const base = this.#reference(this.#open)
    return this.#random.pick<JsonValue>([
      { allOf: [base, own] },
      { ...own, allOf: [base] },
      { allOf: [base, own], required: ['name'] },
      { ...own, ...base },
    ])
  }

  /** Alternatives, with and without a discriminator. */
  #union(): JsonValue {
    const random = this.#random
    const branches = random.some(this.#tagged, 2, 4)
    const references = branches.map((name) => ({ $ref: `#/components/schemas/${name}` }))
    const mapping = Object.fromEntries(branches.map((name) => [name, `#/components/schemas/${name}`]))
    if (references.length === 0) return scalar(random)
    return random.pick<JsonValue>([
      { oneOf: references },
      { oneOf: references, discriminator: { propertyName: 'kind' } },
      { oneOf: references, discriminator: { propertyName: 'kind', mapping } },
      { anyOf: references, discriminator: { propertyName: 'kind', mapping } },
      { anyOf: [...references, { type: 'null' }] },
      { type: 'object', properties: { id: { type: 'string' } }, anyOf: references },
    ])
  }

  /** An object with exactly one of two properties. */
  #exclusive(): JsonValue {
    return {
      type: 'object',
      properties: { id: scalar(this.#random), image: { type: 'string' }, build: this.#property(0) },
      required: ['id'],
      oneOf: [oneWithout('image', 'build'), oneWithout('build', 'image')],
    }
  }

  #reference(names: readonly string[]): JsonObject {
    return names.length === 0
      ? { type: 'string' }
      : { $ref: `#/components/schemas/${this.#random.pick(names)}` }
  }
}

function oneWithout(name: string, other: string): JsonObject {
  return { required: [name], properties: { [other]: false } }
}
