import type { JsonObject } from '../../../scripts/src/json.js'
import { operationsOf } from '../../../corpus/github/operations.js'
import { callsOf, type PlannedCall } from '../../../corpus/github/planned-calls.js'

const thing = { $ref: '#/components/schemas/Thing' }
const json = (media: JsonObject): JsonObject => ({ 'application/json': media })

/** A document with what the calls are made from. */
export const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'T', version: '1' },
  paths: {
    '/things/{name}': {
      parameters: [
        { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
        { $ref: '#/components/parameters/page' },
      ],
      get: {
        operationId: 'things/get',
        tags: ['things'],
        parameters: [{ name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
        responses: {
          200: {
            description: 'd',
            headers: { Link: { $ref: '#/components/headers/link' }, 'X-No-Example': { schema: {} } },
            content: json({ schema: thing, examples: { a: { $ref: '#/components/examples/A' } } }),
          },
          404: { $ref: '#/components/responses/missing' },
          default: { description: 'd' },
        },
      },
      put: {
        operationId: 'things/put-it',
        tags: ['things'],
        servers: [{ url: 'https://uploads.example.com' }],
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer', example: 3 } }],
        requestBody: {
          content: json({
            schema: thing,
            examples: { bad: { value: { id: 'no number' } }, good: { value: { id: 1 } } },
          }),
        },
        responses: {
          201: {
            description: 'd',
            content: json({
              schema: thing,
              examples: { good: { value: { id: 2 } }, bad: { value: { id: '2' } } },
            }),
          },
          204: { description: 'd' },
          422: { description: 'd', content: json({ schema: thing }) },
        },
      },
    },
    '/things/all': {
      get: {
        operationId: 'things/all',
        tags: ['things'],
        responses: {
          200: {
            description: 'd',
            content: { 'text/plain': { schema: { type: 'string' }, example: 'all' } },
          },
        },
      },
    },
  },
  components: {
    schemas: { Thing: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } },
    parameters: { page: { name: 'page', in: 'query', schema: { type: 'integer', minimum: 9 } } },
    headers: { link: { example: '<u>; rel="next"', schema: { type: 'string' } } },
    examples: { A: { value: { id: 7 } } },
    responses: { missing: { description: 'd', content: json({ schema: thing, example: { id: 0 } }) } },
  },
}

/** Its operations. */
export const operations = operationsOf(document)

/** All calls that it has. */
export const calls: readonly PlannedCall[] = operations.flatMap((operation) => callsOf(document, operation))
