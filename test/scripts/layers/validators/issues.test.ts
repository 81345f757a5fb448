import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { formatIssue } from '../../../../scripts/src/runtime/validation.js'
import { importValidators } from '../import-validators.js'

it('reports all of an issue', async () => {
  const { Thing } = await importValidators({
    Thing: {
      type: 'object',
      properties: { 'a/b': { type: 'array', items: { type: 'string', maxLength: 3 } } },
    },
  })
  expect(Thing.validate({ 'a/b': ['x', 'long'] })).toEqual({
    issues: [
      {
        path: ['a/b', 1],
        pointer: '/a~1b/1',
        keyword: 'maxLength',
        message: 'must have at most 3 characters, but has 4',
        schemaPath: '#/components/schemas/Thing/properties/a~1b/items/maxLength',
        params: { maxLength: 3 },
      },
    ],
  })
})

it('stops at a limit', async () => {
  const { Things } = await importValidators({ Things: { type: 'array', items: { type: 'string' } } })
  const many = Array.from({ length: 1000 }, (_, index) => index)
  expect(Things.validate(many).issues).toHaveLength(100)
  expect(Things.validate(many, { maxIssues: 7 }).issues).toHaveLength(7)
})

it('finds at least one issue of what is not valid, whatever the limit', async () => {
  const { Things } = await importValidators({ Things: { type: 'array', items: { type: 'string' } } })
  expect(Things.validate([1, 2], { maxIssues: 0 }).issues).toMatchObject([{ pointer: '/0' }])
  expect(Things.validate(['a'], { maxIssues: 0 })).toEqual({ value: ['a'] })
})

it('names the schema of an issue behind a reference', async () => {
  const { Outer } = await importValidators({
    Inner: { type: 'object', required: ['a'] },
    Outer: { type: 'object', properties: { inner: { $ref: '#/components/schemas/Inner' } } },
  })
  expect(Outer.validate({ inner: {} }).issues).toMatchObject([
    { path: ['inner'], schemaPath: '#/components/schemas/Inner/required' },
  ])
})

it('reports the issues of an object with very many properties in their order, each with the place of its schema', async () => {
  const names = Array.from({ length: 500 }, (_, index) => `p${index}`)
  const integer = { type: 'integer', minimum: 0 }
  const { Vast } = await importValidators({
    Vast: {
      type: 'object',
      properties: {
        any: true,
        ...Object.fromEntries(names.map((name) => [name, integer])),
        next: { type: 'string' },
      },
      required: [...names.filter((_, index) => index % 2 === 0), 'last'],
      additionalProperties: false,
    },
  })
  const place = '#/components/schemas/Vast'
  const value = { ...Object.fromEntries(names.slice(1).map((name) => [name, -1])), next: 0, unknown: 1 }
  const found = Vast.validate(value, { maxIssues: 1000 }).issues ?? []
  expect(found.map(({ pointer, schemaPath }) => [pointer, schemaPath])).toEqual([
    ['', `${place}/required`],
    ...names.slice(1).map((name) => [`/${name}`, `${place}/properties/${name}/minimum`]),
    ['/next', `${place}/properties/next/type`],
    ['', `${place}/required`],
    ['/unknown', `${place}/additionalProperties`],
  ])
  expect(found.filter(({ keyword }) => keyword === 'required').map(({ params }) => params)).toEqual([
    { missingProperty: 'p0' },
    { missingProperty: 'last' },
  ])
  expect(Vast.is(value)).toBe(false)
})

it('tells where such an object stands if it is written out in two places', async () => {
  const properties = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [`p${index}`, { minimum: 0 }]),
  )
  const vast = { type: 'object', properties }
  const { Pair } = await importValidators({
    Pair: { type: 'object', properties: { one: vast, other: vast } },
  })
  const found = Pair.validate({ one: { p1: -1 }, other: { p299: -1 } }).issues ?? []
  expect(found.map(({ pointer, schemaPath }) => [pointer, schemaPath])).toEqual([
    ['/one/p1', '#/components/schemas/Pair/properties/one/properties/p1/minimum'],
    ['/other/p299', '#/components/schemas/Pair/properties/other/properties/p299/minimum'],
  ])
})

it('gives the issues of each alternative to a program', async () => {
  const { Choice } = await importValidators({ Choice: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } })
  expect(Choice.validate({}).issues).toMatchObject([
    {
      keyword: 'anyOf',
      params: { alternatives: [[{ keyword: 'required' }], [{ keyword: 'required' }]] },
    },
  ])
})

const kinds = (...values: string[]) => ({
  oneOf: values.map((kind) => ({
    type: 'object',
    properties: { kind: { const: kind }, size: { type: 'integer' } },
    required: ['kind', 'size'],
  })),
})

it.each<readonly [value: unknown, issues: readonly string[]]>([
  [{ kind: 'b', size: 'x' }, ['/size must be an integer, but is a string']],
  [{ kind: 'd' }, [' must have the property "kind" with one of "a", "b", "c", but it is "d"']],
  [{}, [' must have the property "kind" with one of "a", "b", "c", but it is absent']],
  [5, [' must be an object, but is a number']],
])('reports of alternatives that a property tells apart only what is meant: %j', async (value, issues) => {
  const { Kind } = await importValidators({ Kind: kinds('a', 'b', 'c') })
  const found = Kind.validate(value).issues ?? []
  expect(found.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(issues)
  expect(Kind.is({ kind: 'c', size: 1 })).toBe(true)
})

it('says how many alternatives match where one should', async () => {
  const { One } = await importValidators({ One: { oneOf: [{ minimum: 1 }, { maximum: 9 }, { minimum: 5 }] } })
  expect(One.validate(7).issues).toMatchObject([
    {
      keyword: 'oneOf',
      message: 'must match exactly one of 3 alternatives, but matches 3',
      params: { matching: [0, 1, 2] },
    },
  ])
})

const choice = (name: string, other: string) => ({
  properties: { [name]: { type: 'string' }, [other]: false },
  required: [name],
})

it('does not repeat for alternatives what was reported before', async () => {
  const { Source } = await importValidators({
    Source: {
      type: 'object',
      properties: { image: { type: 'string' }, build: { type: 'string' } },
      oneOf: [choice('image', 'build'), choice('build', 'image')],
    },
  })
  expect(Source.validate({ image: 5 }).issues).toMatchObject([{ pointer: '/image', keyword: 'type' }])
  expect(Source.validate({}).issues).toMatchObject([{ pointer: '', keyword: 'oneOf' }])
})

const text = { type: 'string' }
const source = { type: 'object', properties: { image: text, build: text, toString: text, other: text } }
const optional = [{ properties: { build: false } }, choice('build', 'image')]
const long = { ...choice('image', 'build'), properties: { image: { minLength: 3 }, build: false } }
const needs = (...names: string[]) => names.map((name) => ({ required: [name] }))

it.each<readonly [more: JsonObject, value: unknown, issue: string]>([
  [
    { oneOf: [choice('image', 'build'), choice('build', 'image')] },
    {},
    'must have either "image" or "build"',
  ],
  [
    { oneOf: [choice('image', 'build'), choice('build', 'image')] },
    { image: 'a', build: 'b' },
    'must not have both "image" and "build"',
  ],
  [
    { anyOf: [choice('image', 'build'), choice('build', 'image')] },
    { image: 5 },
    '/image must be a string, but is a number',
  ],
  [{ oneOf: optional }, { image: 'a', build: 'b' }, 'must not have both "image" and "build"'],
  [{ oneOf: needs('image', 'build') }, {}, 'must have either "image" or "build"'],
  [{ oneOf: needs('image', 'build') }, { image: 'a', build: 'b' }, 'must not have both "image" and "build"'],
  [{ anyOf: needs('image', 'build') }, {}, 'must have "image" or "build"'],
  [{ anyOf: needs('image', 'build', 'other') }, {}, 'must have "image", "build" or "other"'],
  [{ oneOf: needs('image', 'build', 'other') }, {}, 'must have one of "image", "build" or "other"'],
  [
    { oneOf: needs('image', 'build', 'other') },
    { image: 'a', other: 'b' },
    'must have only one of "image", "build" and "other"',
  ],
  [{ oneOf: needs('image', 'toString') }, {}, 'must have either "image" or "toString"'],
  [
    { oneOf: [long, choice('build', 'image')] },
    { image: 'a' },
    '/image must have at least 3 characters, but has 1',
  ],
  [{ oneOf: [long, choice('build', 'image')] }, {}, 'must have either "image" or "build"'],
  [
    { oneOf: [{ ...long, required: [] }, choice('build', 'image')] },
    { image: 'a' },
    '/image must have at least 3 characters, but has 1',
  ],
  [
    { oneOf: [{ required: ['image', 'other'], properties: { build: false } }, choice('build', 'image')] },
    { image: 'a' },
    'must have the property "other"',
  ],
])('says of alternatives that %j what is missing or too much in %j', async (more, value, issue) => {
  const { Source } = await importValidators({ Source: { ...source, ...more } })
  expect(Source.is(value)).toBe(false)
  expect(Source.validate(value).issues?.map(formatIssue)).toEqual([issue])
})

const requiring = (count: number) => ({
  type: 'object',
  required: Array.from({ length: count }, (_, index) => `p${count}-${index + 1}`),
})

it('tells of many alternatives what the nearest lack', async () => {
  const { Many } = await importValidators({ Many: { anyOf: [5, 3, 1, 2, 4].map(requiring) } })
  const [issue] = Many.validate({}).issues!
  expect(issue!.message).toMatch(
    /^must match at least one of 5 alternatives: must have the property "p1-1"; or /,
  )
  expect(issue!.message).not.toContain('p5-1')
  expect(issue!.params?.['alternatives']).toHaveLength(5)
})
