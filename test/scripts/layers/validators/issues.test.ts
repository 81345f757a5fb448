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
