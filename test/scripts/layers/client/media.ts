import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'

const text = { type: 'string' }
const bytes = { type: 'string', format: 'binary' }
const item = { $ref: '#/components/schemas/Item' }

function object(properties: JsonObject, required: readonly string[] = []): JsonObject {
  return { type: 'object', properties, required }
}

/** Content by media type, each with its schema. */
function content(contents: Readonly<Record<string, JsonValue>>): JsonObject {
  const entries = Object.entries(contents).map(([mediaType, schema]) => [mediaType, { schema }] as const)
  return { content: Object.fromEntries(entries) }
}

const done = { 204: { description: 'Done.' } }

/** A request with a body. */
function post(operationId: string, body: JsonObject, responses: JsonObject = done): JsonObject {
  return { post: { operationId, requestBody: { required: true, ...body }, responses } }
}

/** A response of each status. */
function get(operationId: string, contents: Readonly<Record<string, JsonObject>>): JsonObject {
  const responses = Object.entries(contents).map(
    ([status, it]) => [status, { description: '', ...it }] as const,
  )
  return { get: { operationId, responses: Object.fromEntries(responses) } }
}

const chargeForm = {
  schema: object(
    {
      amount: { type: 'integer' },
      note: text,
      card: object({ number: text, owner: object({ name: text }) }),
      expand: { type: 'array', items: text },
      lines: { type: 'array', items: object({ price: text }) },
      options: object({ a: { type: 'integer' } }),
      colors: { type: 'array', items: text },
      range: object({ from: { type: 'integer' }, to: { type: 'integer' } }),
      url: text,
      raw: { type: 'array', items: text },
    },
    ['amount'],
  ),
  encoding: {
    card: { style: 'deepObject', explode: true },
    expand: { style: 'deepObject', explode: true },
    lines: { style: 'deepObject', explode: true },
    colors: { style: 'pipeDelimited', explode: false },
    range: { style: 'form', explode: true },
    url: { allowReserved: true },
    raw: { contentType: 'application/json' },
  },
}

const upload = {
  schema: object(
    {
      title: text,
      file: bytes,
      more: { type: 'array', items: bytes },
      tags: { type: 'array', items: text },
      meta: item,
      picture: bytes,
      page: text,
      list: { type: 'array', items: { type: 'integer' } },
      size: object({ x: { type: 'integer' }, y: { type: 'integer' } }),
    },
    ['file'],
  ),
  encoding: {
    picture: { contentType: 'image/png' },
    page: { contentType: 'text/html' },
    list: { contentType: 'application/json' },
    size: { style: 'deepObject', explode: true },
  },
}

/** A document with an operation for each way in which a body is written or read. */
export const media: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Media', version: '1' },
  servers: [{ url: 'http://127.0.0.1:9' }],
  paths: {
    '/charges': post('charge', { content: { 'application/x-www-form-urlencoded': chargeForm } }),
    '/uploads': post('upload', { content: { 'multipart/form-data': upload } }),
    '/notes': post('note', content({ 'text/plain': text })),
    '/bytes': post('sendBytes', content({ 'application/octet-stream': bytes })),
    '/images': post('sendImage', content({ 'image/*': bytes })),
    '/lines': post('sendLines', content({ 'application/x-ndjson': item })),
    '/patches': post('sendPatch', content({ 'application/*+json': item })),
    '/items': post(
      'sendItem',
      content({
        'image/png': bytes,
        'text/csv': text,
        'application/json': item,
        'application/x-www-form-urlencoded': item,
        'multipart/form-data': item,
      }),
    ),
    '/drafts/{id}': {
      post: {
        operationId: 'sendDraft',
        parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
        requestBody: content({ 'text/plain': text, 'application/pdf': bytes }),
        responses: done,
      },
    },
    '/report': get('getReport', {
      200: content({ 'text/csv': text }),
      404: content({ 'text/html': text }),
      default: content({ 'application/problem+json': item }),
    }),
    '/file': get('getFile', { 200: content({ 'application/pdf': bytes }) }),
    '/log': get('getLog', { 200: content({ 'application/x-ndjson': { type: 'array', items: item } }) }),
    '/events': get('getEvents', { 200: content({ 'text/event-stream': item }) }),
    '/messages': get('getMessages', { 200: content({ 'text/event-stream': text }) }),
    '/export': get('exportItems', {
      200: content({
        'text/csv': text,
        'application/json': item,
        'image/*': bytes,
        'text/event-stream': item,
      }),
    }),
    '/raw': get('getRaw', { 200: content({ 'text/plain': text, 'image/png': bytes }) }),
  },
  components: { schemas: { Item: object({ name: text, size: { type: 'integer' } }, ['name']) } },
}
