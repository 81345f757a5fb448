import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'

const empty = { 204: { description: 'Done.' } }

const answer = (content: JsonObject) => ({ 200: { description: 'An answer.', content } })

const operation = (operationId: string, rest: JsonObject) => ({ operationId, tags: ['media'], ...rest })

const taking = (operationId: string, content: JsonObject, required = true): JsonObject => ({
  post: operation(operationId, { requestBody: { required, content }, responses: empty }),
})

const giving = (operationId: string, content: JsonObject): JsonObject => ({
  get: operation(operationId, { responses: answer(content) }),
})

const row: JsonValue = { $ref: '#/components/schemas/Row' }
const file: JsonValue = { type: 'string', format: 'binary' }

/** An API that takes and gives every kind of content. */
export const mediaDocument: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Media', version: '1' },
  paths: {
    '/form': taking('sendForm', { 'application/x-www-form-urlencoded': { schema: row } }),
    '/styled': taking('sendStyled', {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          properties: {
            page: { type: 'object', properties: { size: { type: 'integer' }, after: { type: 'string' } } },
            ids: { type: 'array', items: { type: 'integer' } },
            free: { type: 'object', additionalProperties: { type: 'integer' } },
            filter: { type: 'object', properties: { limit: { type: 'integer' } } },
            whole: {},
          },
        },
        encoding: {
          page: { style: 'deepObject', explode: true },
          ids: { style: 'pipeDelimited', explode: false },
          free: { style: 'form', explode: true },
          filter: { style: 'form', explode: true },
          whole: { contentType: 'application/json' },
        },
      },
    }),
    '/upload': taking('upload', {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: {
            file,
            more: { type: 'array', items: file },
            row,
            count: { type: 'integer', minimum: 1 },
            tags: { type: 'array', items: { type: 'string' } },
            note: { type: 'string' },
            csv: { type: 'string' },
            sizes: { type: 'array', items: { type: 'integer' } },
            data: {},
          },
          additionalProperties: false,
        },
        encoding: {
          csv: { contentType: 'text/csv' },
          sizes: { style: 'form', explode: false },
          data: { contentType: 'application/json' },
        },
      },
    }),
    '/any': taking('sendAny', { 'multipart/form-data': { schema: { type: 'object' } } }),
    '/text': taking('sendText', { 'text/plain': { schema: { type: 'string', minLength: 2 } } }),
    '/bytes': taking('sendBytes', { 'image/*': {}, 'application/octet-stream': { schema: file } }, false),
    '/rows': taking('sendRows', { 'application/x-ndjson': { schema: { type: 'array', items: row } } }),
    '/choice/{id}': {
      post: operation('choose', {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        requestBody: {
          content: {
            'application/json': { schema: row },
            'application/vnd.row+json': { schema: row },
            'multipart/form-data': { schema: { type: 'object', properties: { file } } },
            'text/csv': {},
          },
        },
        responses: empty,
      }),
    },
    '/page': giving('getPage', { 'text/html': { schema: { type: 'string' } } }),
    '/archive': giving('getArchive', { 'application/zip': {} }),
    '/picture': giving('getPicture', { 'image/*': {} }),
    '/anything': giving('getAnything', { '*/*': { schema: row } }),
    '/note': giving('getNote', { 'text/*': {} }),
    '/mixed': giving('getMixed', { 'multipart/mixed': {} }),
    '/odd': giving('getOdd', { 'text/plain; charset=utf-16; a="é\n"': { schema: { type: 'string' } } }),
    '/lines': giving('getLines', { 'application/x-ndjson': { schema: row } }),
    '/events': giving('getEvents', { 'text/event-stream': { schema: row } }),
    '/messages': giving('getMessages', { 'text/event-stream': { schema: { type: 'string' } } }),
    '/report': giving('getReport', {
      'text/csv': {},
      'application/json': { schema: row },
      'image/png': {},
      'text/event-stream': { schema: row },
    }),
  },
  components: {
    schemas: {
      Row: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1 },
          count: { type: 'integer' },
          isNew: { type: 'boolean' },
          tags: { type: 'array', items: { type: 'string' } },
          sizes: { type: 'array', items: { type: 'integer' } },
          detail: { type: 'object', properties: { depth: { type: 'number' } } },
        },
      },
    },
  },
}
