import { expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { importValidators } from '../import-validators.js'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const either = (letter: string) => ({
  type: 'object',
  properties: { next: ref('Either') },
  required: [letter],
})

const schemas: Readonly<Record<string, JsonValue>> = {
  Tree: {
    type: 'object',
    properties: { size: { type: 'number' }, children: { type: 'array', items: ref('Tree') } },
    required: ['size'],
  },
  Json: {
    anyOf: [
      { type: ['string', 'number', 'boolean', 'null'] },
      { type: 'array', items: ref('Json') },
      { type: 'object', additionalProperties: ref('Json') },
    ],
  },
  List: {
    oneOf: [
      { type: 'null' },
      { type: 'object', properties: { next: ref('List') }, required: ['next'], unevaluatedProperties: false },
    ],
  },
  Either: { anyOf: [either('a'), either('b')] },
}

/** A value `depth` levels deep around `innermost`. */
function nest(
  depth: number,
  innermost: unknown,
  around: (inner: unknown, level: number) => unknown,
): unknown {
  let value = innermost
  for (let level = 0; level < depth; level += 1) value = around(value, level)
  return value
}

const shapes: Readonly<
  Record<string, { around: (inner: unknown, level: number) => unknown; good: unknown; bad: unknown }>
> = {
  Tree: { around: (inner) => ({ size: 1, children: [inner] }), good: { size: 1 }, bad: { size: 'x' } },
  Json: {
    around: (inner, level) => (level % 2 === 0 ? [inner] : { inner }),
    good: 1,
    bad: Symbol('no JSON'),
  },
  List: { around: (next) => ({ next }), good: null, bad: 5 },
  Either: { around: (next) => ({ a: 1, b: 1, next }), good: { b: 1 }, bad: {} },
}

const cases = Object.keys(shapes).flatMap((name) => [3, 1000, 100_000].map((depth) => ({ name, depth })))

it.each(cases)('$name is told right $depth levels deep', async ({ name, depth }) => {
  const { [name]: validator } = await importValidators(schemas)
  const { around, good, bad } = shapes[name]!
  expect(validator!.is(nest(depth, good, around))).toBe(true)
  expect(validator!.is(nest(depth, bad, around))).toBe(false)
})

it.each([3, 1000, 100_000])('an issue %i levels deep has its path', async (depth) => {
  const { Tree } = await importValidators(schemas)
  const { issues } = Tree!.validate(nest(depth, shapes['Tree']!.bad, shapes['Tree']!.around))
  expect(issues).toHaveLength(1)
  expect(issues![0]!.path).toEqual([...Array.from({ length: depth }, () => ['children', 0]).flat(), 'size'])
  expect(issues![0]!.message).toBe('must be a number, but is a string')
})

it('issues stay in document order where some are found later', async () => {
  const { Tree } = await importValidators(schemas)
  const leaf = nest(600, { size: 'deep' }, (inner) => ({ size: 1, children: [inner] }))
  const { issues } = Tree!.validate({ size: 'first', children: [{ size: 1 }, leaf, { size: 'last' }] })
  expect(issues!.map(({ path }) => path.length)).toEqual([1, 3 + 2 * 600, 3])
})

it('alternatives that lead to the same part take linear time: doubling at each level would never end', async () => {
  const { Either } = await importValidators(schemas)
  const { around, bad } = shapes['Either']!
  const { issues } = Either!.validate(nest(2000, bad, around))
  expect(issues).toHaveLength(1)
  expect(issues![0]).toMatchObject({ keyword: 'anyOf', pointer: '' })
})

it('what an object inherits is no property of it', async () => {
  const { Tree } = await importValidators(schemas)
  const inheriting: unknown = Object.create({ size: 1 })
  expect(Tree!.is(inheriting)).toBe(false)
  expect(Tree!.validate(inheriting).issues).toMatchObject([{ keyword: 'required' }])
  expect(Tree!.is(Object.assign(Object.create({ size: 'inherited' }), { size: 1 }))).toBe(true)
  class Size {
    readonly size = 1
  }
  expect(Tree!.is(new Size())).toBe(true)
})

it.each<readonly [rule: string, schema: JsonValue]>([
  ['properties', { properties: { a: { type: 'string' } } }],
  ['patternProperties', { patternProperties: { '^a': { type: 'string' } } }],
  ['propertyNames', { propertyNames: { minLength: 2 } }],
  ['maxProperties', { maxProperties: 0 }],
  ['dependentRequired', { dependentRequired: { a: ['b'] } }],
  ['unevaluatedProperties', { unevaluatedProperties: false }],
  ['unevaluatedProperties beside others', { anyOf: [{ minProperties: 0 }], unevaluatedProperties: false }],
  ['const', { const: {} }],
])('%s says nothing of what an object inherits', async (_, schema) => {
  const { Value } = await importValidators({ Value: schema })
  const inheriting: unknown = Object.create({ a: 1 })
  expect([Value.is(inheriting), Value.validate(inheriting).issues]).toEqual([true, undefined])
  expect([Value.is({ a: 1 }), Value.validate({ a: 1 }).issues?.length]).toEqual([false, 1])
})
