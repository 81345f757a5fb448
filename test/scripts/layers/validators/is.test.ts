import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { importValidators } from '../import-validators.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const number = (limits: JsonObject): JsonObject => ({ type: 'number', ...limits })

/** A node whose `kind` tells it from others, with a child of any kind. */
const node = (kind: JsonValue, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: kind }, child: ref('Node'), ...more },
})

const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 1]

const schemas = {
  Above: number({ minimum: 0 }),
  Beyond: number({ exclusiveMinimum: 0 }),
  Below: number({ maximum: 0 }),
  Short: number({ exclusiveMaximum: 0 }),
  Between: number({ exclusiveMinimum: 0, maximum: 10 }),
  Half: number({ multipleOf: 0.5 }),
  Closed: {
    type: 'object',
    properties: { a: { type: 'string' }, b: true, toString: { type: 'number' }, never: false },
    required: ['a'],
    additionalProperties: false,
  },
  Prototype: {
    type: 'object',
    properties: { prototype: { type: 'string' }, value: { type: 'object', required: ['value'] } },
    required: ['prototype'],
  },
  Long: {
    type: 'object',
    properties: Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, { type: 'string' }])),
    required: ['a', 'b', 'c', 'd', 'e'],
  },
  Leaf: node('leaf'),
  Node: { oneOf: [ref('Leaf'), ...kinds.map((kind) => node(kind, { [`of${kind}`]: { type: 'string' } }))] },
  Flat: {
    anyOf: Array.from({ length: 9 }, (_, index) => ({
      type: 'object',
      required: ['n', 'm'],
      properties: { n: { enum: [index, -1 - index] }, m: { const: index } },
    })),
  },
} satisfies Readonly<Record<string, JsonValue>>

const plain = { a: 'x' }
const long = { a: '', b: '', c: '', d: '', e: '' }

/** An object that has some properties itself and others from its prototype. */
const inheriting = (inherited: object, own: object = {}): unknown =>
  Object.assign(Object.create(inherited), own)

/** An array that has properties too. */
const list = Object.assign([], { ...long, prototype: 'x', kind: 'a' })

const accepted: Readonly<Record<keyof typeof schemas, readonly unknown[]>> = {
  Above: [0, -0, 1e308],
  Beyond: [5e-324],
  Below: [0, -1e308],
  Short: [-5e-324],
  Between: [10, 0.1],
  Half: [1.5, -1],
  Closed: [
    plain,
    { a: 'x', b: null },
    { a: 'x', toString: 1 },
    { a: 'x', b: undefined },
    { a: 'x', extra: undefined },
    inheriting({ b: 1, extra: 1 }, plain),
    inheriting(Object.create(null), plain),
    Object.assign(Object.create(null), plain),
  ],
  Prototype: [
    { prototype: 'x' },
    { prototype: 'x', value: { value: 1 } },
    inheriting({ prototype: 1 }, { prototype: 'x' }),
    JSON.parse('{ "prototype": "x", "__proto__": { "prototype": 1 } }'),
    JSON.parse('{ "prototype": "x", "__proto__": null }'),
  ],
  Long: [long, inheriting({ a: 1 }, long), inheriting({ more: 1 }, long)],
  Leaf: [{ kind: 'leaf' }, { kind: 'leaf', child: { kind: 1 } }],
  Node: [
    ...kinds.map((kind) => ({ kind, [`of${kind}`]: 'x', other: 1 })),
    { kind: 'a', child: { kind: 'leaf', child: { kind: 'h' } } },
    { kind: 'a', ofb: 1 },
  ],
  Flat: [
    { n: 3, m: 3 },
    { n: -4, m: 3 },
    { n: 0, m: 0 },
    { n: -0, m: 0 },
  ],
}

const infinities = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

const refused: Readonly<Record<keyof typeof schemas, readonly unknown[]>> = {
  Above: [...infinities, -1, '1', 1n],
  Beyond: [...infinities, 0, '1'],
  Below: [...infinities, 1, '-1'],
  Short: [...infinities, 0],
  Between: [...infinities, 0, 11, '5'],
  Half: [...infinities, 0.3],
  Closed: [
    { a: 'x', extra: null },
    { a: 'x', b: undefined, extra: 1 },
    { a: 'x', toString: 'x' },
    { a: 'x', never: 1 },
    { extra: 1 },
    inheriting(plain),
    inheriting({ b: 1 }, { a: 'x', extra: 1 }),
    [],
  ],
  Prototype: [
    {},
    { prototype: 1 },
    { prototype: 'x', value: 1 },
    { prototype: 'x', value: inheriting({ value: 1 }) },
    inheriting({ prototype: 'x' }),
    JSON.parse('{ "__proto__": { "prototype": "x" } }'),
    list,
  ],
  Long: [
    ...Object.keys(long).map((name) => ({ ...long, [name]: 1 })),
    inheriting(long),
    inheriting({ e: '' }, { ...long, e: undefined }),
    list,
  ],
  Leaf: [{ kind: 'a' }, { kind: 'leaf', child: 1 }, inheriting({ kind: 'leaf' })],
  Node: [
    ...kinds.map((kind) => ({ kind, [`of${kind}`]: 1 })),
    { kind: 'z' },
    { kind: '1' },
    { kind: 'toString' },
    { kind: null },
    {},
    { kind: 'a', child: { kind: 'leaf', child: { kind: 'h', ofh: 1 } } },
    inheriting({ kind: 'a' }),
    [],
    list,
    null,
    'a',
  ],
  Flat: [{ n: 3, m: 4 }, { n: -4, m: 4 }, { n: 9, m: 9 }, { n: '3', m: 3 }, { m: 3 }],
}

describe('the check to a boolean', async () => {
  let imported: ReturnType<typeof importValidators<keyof typeof schemas>> | undefined
  const validators = () => (imported ??= importValidators(schemas))
  const names = Object.keys(schemas) as (keyof typeof schemas)[] // its own keys

  it.each(names)('of %s', async (name) => {
    const { is, validate } = (await validators())[name]
    for (const value of accepted[name]) {
      expect(is(value), inspect(value)).toBe(true)
      expect(validate(value)).toEqual({ value })
    }
    for (const value of refused[name]) {
      expect(is(value), inspect(value)).toBe(false)
      expect(validate(value).issues, inspect(value)).not.toHaveLength(0)
    }
  })

  it('looks the function of an alternative up where there are many, and goes as deep as any', async () => {
    const { Node } = await validators()
    expect(Node.is(nested({ kind: 'leaf' }))).toBe(true)
    expect(Node.is(nested({ kind: 'z' }))).toBe(false)
  })
})

function nested(innermost: unknown): unknown {
  let value = innermost
  for (let level = 0; level < 100_000; level += 1) value = { kind: kinds[level % 9], child: value }
  return value
}
