import { expect, it } from 'vitest'
import { build, operationDocument } from './read-model.js'

it('a response that several statuses refer to has its schemas once', () => {
  const content = {
    'application/json': { schema: { type: 'object', properties: { a: {} } } },
    'text/html': { schema: { type: 'string' } },
  }
  const shared = { $ref: '#/components/responses/Shared' }
  const document = operationDocument(
    { responses: { 200: shared, 201: shared, default: shared } },
    { components: { responses: { Shared: { description: 'Shared.', content } } } },
  )
  const [operation] = build(document).model.operations
  const names = operation!.shapes.map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  const shapes = operation!.responses.map(({ contents }) => contents.map(({ shape }) => shape))
  expect(shapes).toEqual([shapes[0], shapes[0], shapes[0]])
  expect(names).toEqual(expect.arrayContaining(shapes[0]!))
})
