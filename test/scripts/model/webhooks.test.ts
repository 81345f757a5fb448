import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { documentOf, modelOf, problemsOf } from './read-model.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const operation = (operationId: string, more: JsonObject = {}): JsonObject => ({ operationId, ...more })

const document = documentOf({
  servers: [{ url: 'https://example.com/v1' }],
  paths: {
    '/orders': {
      post: operation('order', {
        callbacks: {
          paid: {
            '{$request.body#/url}?paid=1': { post: operation('orderPaid'), 'x-a': 1 },
            'x-note': {},
          },
          sent: { $ref: '#/components/callbacks/Sent' },
        },
      }),
    },
    '/parcels': { post: operation('send', { callbacks: { sent: { $ref: '#/components/callbacks/Sent' } } }) },
  },
  webhooks: {
    'new-pet': {
      post: operation('newPet', {
        tags: ['Pets'],
        servers: [{ url: 'https://elsewhere.example.com' }],
        requestBody: json({ type: 'object', required: ['id'], properties: { id: { readOnly: true } } }),
        callbacks: { fed: { '{$request.body#/fed}': { put: operation('fed') } } },
      }),
      get: operation('askPet'),
    },
  },
  components: { callbacks: { Sent: { '{$request.query.url}': { post: operation('sent') } } } },
})

it('webhooks and callbacks are read as requests of the API', () => {
  const { operations, webhooks } = modelOf(document)
  expect(operations.map(({ id }) => id)).toEqual(['order', 'send'])
  expect(webhooks.map(({ id, method, path, callbackOf }) => [id, method, path, callbackOf])).toEqual([
    ['newPet', 'post', 'new-pet', undefined],
    ['askPet', 'get', 'new-pet', undefined],
    ['orderPaid', 'post', '{$request.body#/url}?paid=1', 'order'],
    ['sent', 'post', '{$request.query.url}', 'order'],
    ['fed', 'put', '{$request.body#/fed}', 'newPet'],
  ])
  expect(webhooks[0]).toMatchObject({ name: 'NewPet', group: 'pets', requestPath: 'new-pet', prefix: '' })
  expect(webhooks[2]).not.toHaveProperty('requestQuery')
  expect(webhooks[0]).not.toHaveProperty('server')
})

it('their bodies have names and directions as those of all operations', () => {
  const { webhooks } = modelOf(document)
  expect(webhooks[0]?.bodyAlias).toEqual({ name: 'NewPetBody', target: 'NewPetBody' })
  // A read-only property may be absent from a request, whoever sends it.
  expect(webhooks[0]?.shapes[1]?.schema).not.toHaveProperty('required')
})

it('an operation and a webhook do not get the same name', () => {
  const clashing = documentOf({
    paths: { '/a': { get: operation('read') } },
    webhooks: { b: { get: operation('Read') } },
  })
  expect(problemsOf(clashing).filter((problem) => problem.includes('The name Read is taken'))).toHaveLength(1)
})

it('TRACE is left out, and said so', () => {
  const traced = documentOf({ paths: { '/a': { trace: operation('trace'), get: operation('get') } } })
  expect(problemsOf(traced)).toEqual([
    '#/paths/~1a/trace warning: The operation is left out: no request of the Fetch standard can have the method TRACE',
  ])
})
