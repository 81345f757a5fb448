import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { KNOWN_VALUES } from '../../../scripts/src/open-enum.js'

/** Puts a text into one place of a document that is otherwise fine. */
export type Place = (text: string) => JsonObject

/** A document that uses everything that the layers print; `change` replaces what stands at a path of keys. */
function documentWith(...changes: readonly (readonly [path: string, value: JsonValue])[]): JsonObject {
  const document = structuredClone(base) as Record<string, unknown>
  for (const [path, value] of changes) {
    const keys = path.split(' ')
    let target = document
    for (const key of keys.slice(0, -1)) target = target[key] as Record<string, unknown> // the paths below exist in `base`
    Object.defineProperty(target, keys.at(-1)!, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return document as JsonObject
}

/** An object with one key, whatever that is. */
function keyed(key: string, value: JsonValue): JsonObject {
  return JSON.parse(`{${JSON.stringify(key)}: ${JSON.stringify(value)}}`)
}

const kind = 'components schemas Kind'
const item = 'components schemas Item'
const operation = 'paths /items/{id} post'

function enumWith(extensions: JsonObject): JsonObject {
  return { type: 'string', enum: ['a', 'b'], ...extensions }
}

const base: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Items', version: '1' },
  servers: [{ url: 'https://api.example/v1' }],
  tags: [{ name: 'items' }],
  security: [{ Key: [] }],
  paths: {
    '/items/{id}': {
      post: {
        operationId: 'updateItem',
        tags: ['items'],
        summary: 'Update',
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'mode', in: 'query', schema: { type: 'string' } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } },
        },
        responses: {
          '200': {
            description: 'Done',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Item' } } },
          },
          '400': {
            description: 'Bad',
            content: {
              'application/json': { schema: { type: 'object', properties: { why: { type: 'string' } } } },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    schemas: {
      Item: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          kind: { type: 'string', enum: ['a', 'b'] },
          size: { type: 'integer', minimum: 0 },
          tags: { type: 'array', items: { type: 'string' }, maxItems: 3 },
        },
      },
    },
  },
}

/** Places where text is data, which has to be in the output as it is if the document is accepted. */
export const dataPlaces: Readonly<Record<string, Place>> = {
  'property name': (text) =>
    documentWith([`${item} properties`, keyed(text, { type: 'string' })], [`${item} required`, []]),
  'required name': (text) => documentWith([`${item} required`, ['name', text]]),
  'enum value': (text) => documentWith([`${item} properties kind enum`, ['a', text]]),
  'value of a named enum': (text) => documentWith([kind, { enum: ['a', text] }]),
  'const value': (text) => documentWith([`${item} properties kind`, { const: text }]),
  'key of a const value': (text) => documentWith([`${item} properties kind`, { const: keyed(text, [text]) }]),
  'pattern property': (text) => documentWith([`${item} patternProperties`, keyed(text, { type: 'string' })]),
  pattern: (text) => documentWith([`${item} properties name pattern`, text]),
  'member of a parameter': (text) =>
    documentWith([
      `${operation} parameters 1`,
      {
        name: 'mode',
        in: 'query',
        style: 'deepObject',
        schema: { type: 'object', properties: keyed(text, { type: 'integer' }) },
      },
    ]),
  'dependent name': (text) => documentWith([`${item} dependentRequired`, keyed('name', [text])]),
}

/** Places where text is a name, a comment, or nothing that the output holds. */
export const otherPlaces: Readonly<Record<string, Place>> = {
  title: (text) => documentWith(['info title', text]),
  'name of an enum value': (text) => documentWith([kind, enumWith({ 'x-enum-varnames': ['A', text] })]),
  'description of an enum value': (text) =>
    documentWith([kind, enumWith({ 'x-enum-descriptions': ['', text] })]),
  'description by enum value': (text) =>
    documentWith([kind, { enum: ['a', text], 'x-enum-descriptions': keyed(text, text) }]),
  'mark of an open enum': (text) =>
    documentWith([`${item} properties kind`, { type: 'string', [KNOWN_VALUES]: ['a', text] }]),
  'description of the document': (text) => documentWith(['info description', text]),
  'server URL': (text) => documentWith(['servers', [{ url: `https://api.example/${text}` }]]),
  'whole server URL': (text) => documentWith(['servers', [{ url: text }]]),
  'path template': (text) =>
    documentWith(['paths', keyed(`/x${text}`, { get: { responses: { '204': { description: 'No' } } } })]),
  'path parameter': (text) =>
    documentWith([
      'paths',
      keyed(`/items/{${text}}`, {
        get: {
          operationId: 'read',
          parameters: [{ name: text, in: 'path', required: true, schema: { type: 'string' } }],
          responses: { '204': { description: 'No' } },
        },
      }),
    ]),
  'query parameter': (text) => documentWith([`${operation} parameters 1 name`, text]),
  'cookie parameter': (text) =>
    documentWith([`${operation} parameters 1`, { name: text, in: 'cookie', schema: { type: 'object' } }]),
  'media type of a parameter': (text) =>
    documentWith([`${operation} parameters 1`, { name: 'mode', in: 'query', content: keyed(text, {}) }]),
  'header parameter': (text) => documentWith([`${operation} parameters 2 name`, text]),
  'parameter description': (text) => documentWith([`${operation} parameters 1 description`, text]),
  'parameter default': (text) => documentWith([`${operation} parameters 1 schema default`, text]),
  'parameter style': (text) => documentWith([`${operation} parameters 1 style`, text]),
  'operation id': (text) => documentWith([`${operation} operationId`, text]),
  summary: (text) => documentWith([`${operation} summary`, text]),
  'operation description': (text) => documentWith([`${operation} description`, text]),
  tag: (text) => documentWith([`${operation} tags`, [text]]),
  'request media type': (text) =>
    documentWith([`${operation} requestBody content`, keyed(text, { schema: { type: 'string' } })]),
  'JSON media type parameter': (text) =>
    documentWith([
      `${operation} requestBody content`,
      keyed(`application/json; x=${text}`, { schema: { type: 'string' } }),
    ]),
  'response media type': (text) =>
    documentWith([`${operation} responses 200 content`, keyed(text, { schema: { type: 'string' } })]),
  'response status': (text) => documentWith([`${operation} responses`, keyed(text, { description: 'Odd' })]),
  'response description': (text) => documentWith([`${operation} responses 200 description`, text]),
  'schema key': (text) =>
    documentWith([
      'components schemas',
      { ...keyed(text, { type: 'string' }), Item: { type: 'object', properties: { a: { type: 'string' } } } },
    ]),
  'schema title': (text) => documentWith([`${item} title`, text]),
  'schema description': (text) => documentWith([`${item} description`, text]),
  'property description': (text) => documentWith([`${item} properties name description`, text]),
  'default value': (text) => documentWith([`${item} properties name default`, text]),
  'default of an array': (text) => documentWith([`${item} properties tags default`, [text]]),
  'default of an object': (text) => documentWith([`${item} default`, keyed(text, text)]),
  example: (text) => documentWith([`${item} examples`, [keyed(text, text)]]),
  format: (text) => documentWith([`${item} properties name format`, text]),
  type: (text) => documentWith([`${item} type`, text]),
  minimum: (text) => documentWith([`${item} properties size minimum`, text]),
  multipleOf: (text) => documentWith([`${item} properties size multipleOf`, text]),
  maxLength: (text) => documentWith([`${item} properties name maxLength`, text]),
  minItems: (text) => documentWith([`${item} properties tags minItems`, text]),
  deprecated: (text) => documentWith([`${item} deprecated`, text]),
  required: (text) => documentWith([`${item} required`, text]),
  reference: (text) => documentWith([`${item} properties name`, { $ref: text }]),
  'local reference': (text) =>
    documentWith([`${item} properties name`, { $ref: `#/components/schemas/${text}` }]),
  'unknown keyword': (text) => documentWith([item, { ...keyed(text, text), type: 'object' }]),
  extension: (text) =>
    documentWith([`${item} properties kind x-enum-descriptions`, { a: text }], [`${item} x-ts-type`, text]),
  'discriminator property': (text) => documentWith([`${item} discriminator`, { propertyName: text }]),
  'discriminator mapping': (text) =>
    documentWith([`${item} discriminator`, { propertyName: 'kind', mapping: keyed(text, text) }]),
  'security scheme key': (text) =>
    documentWith(
      ['security', [keyed(text, [])]],
      ['components securitySchemes', keyed(text, { type: 'http', scheme: 'bearer' })],
    ),
  'security scheme name': (text) => documentWith(['components securitySchemes Key name', text]),
  'security scheme description': (text) => documentWith(['components securitySchemes Key description', text]),
  'security scheme type': (text) =>
    documentWith(['components securitySchemes Key', { type: 'http', scheme: text }]),
}
