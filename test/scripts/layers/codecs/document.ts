import type { JsonObject } from '../../../../scripts/src/json.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } })
const body = (schema: JsonObject): JsonObject => ({ requestBody: { required: true, ...json(schema) } })
const ok = (schema: JsonObject): JsonObject => ({
  responses: { 200: { description: 'It.', ...json(schema) } },
})
const echo = (operationId: string, schema: JsonObject): JsonObject => ({
  post: { operationId, ...body(schema), ...ok(schema) },
})

const time: JsonObject = { type: 'string', format: 'date-time' }
const day: JsonObject = { type: 'string', format: 'date' }
const big: JsonObject = { type: 'integer', format: 'int64' }
const tagged = (kind: string, properties: JsonObject): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: kind }, ...properties },
})

const schemas: JsonObject = {
  Stamp: time,
  Range: { type: 'object', properties: { from: time, to: time, count: big } },
  Problem: { type: 'object', required: ['at'], properties: { at: time } },
  Form: {
    type: 'object',
    required: ['at'],
    properties: {
      at: time,
      day,
      count: big,
      times: { type: 'array', items: time },
      range: ref('Range'),
      name: { type: 'string' },
    },
  },
  Line: {
    allOf: [
      { type: 'object', properties: { at: time } },
      { type: 'object', properties: { count: big } },
    ],
  },
  Card: tagged('card', { expires: day, at: time }),
  Cash: tagged('cash', { given: big }),
  Payment: {
    oneOf: [ref('Card'), ref('Cash')],
    discriminator: {
      propertyName: 'kind',
      mapping: { card: '#/components/schemas/Card', cash: '#/components/schemas/Cash' },
    },
  },
  // Nothing but what each asks of its numbers tells the alternatives apart.
  Ambiguous: {
    anyOf: [
      {
        type: 'object',
        required: ['at', 'count'],
        properties: { at: time, count: { type: 'number', maximum: 5 } },
      },
      {
        type: 'object',
        required: ['at'],
        properties: { at: { type: 'string' }, count: { type: 'number' }, next: ref('Ambiguous') },
      },
    ],
  },
  Order: {
    description: 'What somebody wants.',
    type: 'object',
    required: ['id', 'createdAt'],
    properties: {
      id: { ...big, minimum: 1, description: 'Its number.' },
      createdAt: { ...time, description: 'When it was made.' },
      paidAt: { type: ['string', 'null'], format: 'date-time' },
      stamp: ref('Stamp'),
      due: day,
      total: { ...big, multipleOf: 5 },
      lines: { type: 'array', items: ref('Line') },
      history: { type: 'object', properties: { note: { type: 'string' } }, additionalProperties: time },
      payment: ref('Payment'),
      when: { anyOf: [time, ref('Range'), { type: 'null' }] },
      pair: { type: 'array', prefixItems: [time, { type: 'string' }], items: big },
      parent: { anyOf: [ref('Order'), { type: 'null' }] },
      price: { type: 'number' },
      pay: { type: 'array', items: { oneOf: [tagged('now', { at: time }), tagged('later', { at: day })] } },
    },
    patternProperties: { '^x-at-': time },
  },
  Plain: { type: 'object', properties: { name: { type: 'string' } } },
}

/** A document with values to convert in each place where there can be some. */
export const orders: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1' },
  paths: {
    '/orders/{since}/{number}': {
      get: {
        operationId: 'listOrders',
        parameters: [
          { name: 'since', in: 'path', required: true, schema: time },
          { name: 'number', in: 'path', required: true, schema: big },
          { name: 'until', in: 'query', schema: time },
          { name: 'days', in: 'query', schema: { type: 'array', items: day } },
          { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: big } },
          { name: 'range', in: 'query', style: 'deepObject', explode: true, schema: ref('Range') },
          { name: 'filter', in: 'query', content: { 'application/json': { schema: ref('Range') } } },
          { name: 'X-At', in: 'header', schema: time },
          { name: 'seen', in: 'cookie', schema: { type: ['integer', 'null'], format: 'int64' } },
        ],
        responses: {
          200: {
            description: 'All.',
            headers: {
              'X-Next': { schema: time, required: true },
              'X-Total': { schema: big },
              'X-Days': { schema: { type: 'array', items: day } },
            },
            ...json({ type: 'array', items: ref('Order') }),
          },
          default: { description: 'None.', ...json(ref('Problem')) },
        },
      },
    },
    '/order': echo('sendOrder', ref('Order')),
    '/stamp': echo('sendStamp', ref('Stamp')),
    '/number': echo('sendNumber', big),
    '/ambiguous': echo('sendAmbiguous', ref('Ambiguous')),
    '/plain': echo('sendPlain', ref('Plain')),
    '/form': {
      post: {
        operationId: 'sendForm',
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': { schema: ref('Form') },
            'multipart/form-data': { schema: ref('Form') },
          },
        },
        ...ok(ref('Form')),
      },
    },
    '/lines': {
      post: {
        operationId: 'sendLines',
        requestBody: { required: true, content: { 'application/x-ndjson': { schema: ref('Order') } } },
        responses: {
          200: { description: 'Lines.', content: { 'application/x-ndjson': { schema: ref('Order') } } },
        },
      },
    },
    '/events': {
      get: {
        operationId: 'follow',
        responses: {
          200: { description: 'Events.', content: { 'text/event-stream': { schema: ref('Order') } } },
        },
      },
    },
    '/text': {
      post: {
        operationId: 'sendText',
        requestBody: { required: true, content: { 'text/plain': { schema: time } } },
        responses: { 200: { description: 'Text.', content: { 'text/plain': { schema: time } } } },
      },
    },
  },
  webhooks: {
    shipped: {
      post: { operationId: 'shipped', ...body(ref('Order')), responses: { 204: { description: 'Done.' } } },
    },
  },
  components: { schemas },
}
