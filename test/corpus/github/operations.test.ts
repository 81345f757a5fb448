import { expect, it } from 'vitest'
import { operations } from './document.js'

const [get, put, all] = operations

it('reads operations in document order', () => {
  expect(operations.map(({ id, method, path, tag }) => [id, method, path, tag])).toEqual([
    ['things/get', 'get', '/things/{name}', 'things'],
    ['things/put-it', 'put', '/things/{name}', 'things'],
    ['things/all', 'get', '/things/all', 'things'],
  ])
  expect(operations.map(({ isElsewhere }) => isElsewhere)).toEqual([false, true, false])
})

it('joins the parameters of the path and of the operation, which go first', () => {
  const named = (operation: typeof get) =>
    operation?.parameters.map((parameter) => [parameter.in, parameter.name, parameter.object['schema']])
  expect(named(get)).toEqual([
    ['path', 'name', { type: 'string' }],
    ['query', 'page', { type: 'integer', minimum: 9 }],
    ['query', 'tags', { type: 'array', items: { type: 'string' } }],
  ])
  expect(named(put)?.[1]).toEqual(['query', 'page', { type: 'integer', example: 3 }])
})

it('reads answers with their examples and header fields, wherever references lead', () => {
  expect(get?.answers).toEqual([
    {
      status: 200,
      headers: [['Link', '<u>; rel="next"']],
      body: {
        mediaType: 'application/json',
        schema: '/paths/~1things~1{name}/get/responses/200/content/application~1json/schema',
        example: { key: 'a', value: { id: 7 } },
      },
    },
    {
      status: 404,
      headers: [],
      body: {
        mediaType: 'application/json',
        schema: '/components/responses/missing/content/application~1json/schema',
        example: { key: '', value: { id: 0 } },
      },
    },
  ])
  expect(put?.answers.map(({ status, body }) => [status, body?.example?.key])).toEqual([
    [201, 'good'],
    [201, 'bad'],
    [204, undefined],
    [422, undefined],
  ])
  expect(all?.answers[0]?.body).toMatchObject({ mediaType: 'text/plain', example: { value: 'all' } })
})

it('reads the bodies of requests, one for each example', () => {
  expect(put?.bodies.map(({ example }) => example)).toEqual([
    { key: 'bad', value: { id: 'no number' } },
    { key: 'good', value: { id: 1 } },
  ])
  expect(get?.bodies).toEqual([])
})
