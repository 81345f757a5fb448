import { expect, it } from 'vitest'
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

it('names the schema of an issue behind a reference', async () => {
  const { Outer } = await importValidators({
    Inner: { type: 'object', required: ['a'] },
    Outer: { type: 'object', properties: { inner: { $ref: '#/components/schemas/Inner' } } },
  })
  expect(Outer.validate({ inner: {} }).issues).toMatchObject([
    { path: ['inner'], schemaPath: '#/components/schemas/Inner/required' },
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
