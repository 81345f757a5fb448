import type { JsonObject } from '../../../../scripts/src/json.js'

const json = (schema: JsonObject) => ({ 'application/json': { schema } })
const widget = { $ref: '#/components/schemas/Widget' }
const problem = { description: 'No.', content: json({ $ref: '#/components/schemas/Problem' }) }
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } }

/** A document with an operation for each shape that a function and its result can have. */
export const widgets: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Widgets', version: '1' },
  servers: [{ url: 'http://127.0.0.1:9/api' }, { url: '/relative' }],
  paths: {
    '/widgets': {
      get: {
        operationId: 'listWidgets',
        tags: ['widgets'],
        parameters: [
          { name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        ],
        responses: {
          '200': { description: 'All.', content: json({ type: 'array', items: widget }) },
          default: problem,
        },
      },
      post: {
        operationId: 'createWidget',
        tags: ['widgets'],
        summary: 'Create a widget',
        description: 'Takes a moment.\n',
        deprecated: true,
        requestBody: { required: true, content: json(widget) },
        responses: {
          '201': { description: 'Made.', content: json(widget) },
          '409': { description: 'Taken.' },
          '422': { description: 'Not valid.', content: json({ type: 'array', items: { type: 'string' } }) },
          '4XX': problem,
        },
      },
    },
    '/widgets/{id}': {
      parameters: [id],
      patch: {
        operationId: 'patchWidget',
        tags: ['client'],
        requestBody: {
          content: {
            'application/merge-patch+json': {
              schema: { type: 'object', properties: { size: { type: 'number' } } },
            },
          },
        },
        responses: {
          '200': { description: 'Changed.', content: json(widget) },
          '204': { description: 'As it was.' },
        },
      },
      head: { operationId: 'headWidget', responses: { '200': { description: 'Is there.' }, '404': problem } },
    },
    '/send': {
      get: {
        operationId: 'send',
        responses: { default: { description: 'Anything.', content: json(widget) } },
      },
    },
  },
  components: {
    schemas: {
      Widget: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      Problem: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
    },
  },
}
