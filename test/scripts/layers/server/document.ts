import type { JsonObject } from '../../../../scripts/src/json.js'

const json = (schema: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` } },
})

const thing = { description: 'The thing.', content: json('Thing') }
const problem = {
  description: 'What is wrong.',
  content: { 'application/problem+json': json('Problem')['application/json'] },
}

/** A small API that has something of everything that the layer knows. */
export const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Things "and" more', version: '1' },
  servers: [{ url: 'https://things.example/api/{version}/', variables: { version: { default: 'v1' } } }],
  security: [{ Bearer: [] }, { Key: [] }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        tags: ['things'],
        security: [],
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 10 } },
          { name: 'tag', in: 'query', schema: { type: 'array', items: { type: 'string' }, maxItems: 2 } },
          {
            name: 'sizes',
            in: 'query',
            schema: { type: 'array', items: { $ref: '#/components/schemas/Size' } },
          },
          { name: 'all', in: 'query', schema: { type: 'boolean' } },
          { name: 'X-Trace', in: 'header', required: true, schema: { type: 'string' } },
        ],
        responses: {
          200: {
            description: 'The things.',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
              },
            },
          },
        },
      },
      post: {
        operationId: 'createThing',
        summary: 'Create a thing',
        description: 'It is */ there at once.',
        tags: ['things'],
        requestBody: { required: true, description: 'The new thing.', content: json('Thing') },
        responses: { 201: thing, 409: { description: 'It exists.' }, '4XX': problem, default: problem },
      },
    },
    '/things/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { $ref: '#/components/schemas/Size' } }],
      get: { operationId: 'getThing', tags: ['things'], responses: { 200: thing, 404: problem } },
      put: {
        operationId: 'replaceThing',
        tags: ['things'],
        deprecated: true,
        requestBody: { content: json('Thing') },
        responses: { 200: thing, 100: { description: 'Go on.' } },
      },
      delete: {
        operationId: 'delete',
        tags: ['Handler'],
        responses: { 204: { ...thing, description: 'Gone.' } },
      },
      head: { operationId: 'headThing', tags: ['index'], responses: { 200: thing } },
    },
  },
  components: {
    securitySchemes: {
      Bearer: { type: 'http', scheme: 'Bearer', description: 'A token.' },
      Basic: { type: 'http', scheme: 'basic' },
      Key: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
    schemas: {
      Thing: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1 }, size: { $ref: '#/components/schemas/Size' } },
        additionalProperties: false,
      },
      Size: { type: 'integer', minimum: 0 },
      Problem: { type: 'object', required: ['detail'], properties: { detail: { type: 'string' } } },
    },
  },
}
