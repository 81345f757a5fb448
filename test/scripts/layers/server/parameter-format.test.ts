import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { emitted } from './emitted.js'

const integer = { type: 'integer' }
const members = { type: 'object', properties: { n: integer, s: { type: 'string' } } }

function formats(parameters: JsonObject[]): string[] {
  const module = emitted({
    openapi: '3.1.0',
    info: { title: 'Formats', version: '1' },
    paths: {
      '/{p}': {
        get: {
          operationId: 'read',
          security: [{ Key: [] }],
          parameters: [{ name: 'p', in: 'path', required: true, schema: { type: 'string' } }, ...parameters],
          responses: { 204: { description: '' } },
        },
      },
    },
    components: { securitySchemes: { Key: { type: 'apiKey', in: 'query', name: 'key' } } },
  })['server/default.ts']!
  return [...module.matchAll(/^ +(\{ in: .*\}),$/gm)].map(([, format = '']) => format).slice(1)
}

it.each<[JsonObject, string]>([
  [{ in: 'query', schema: true }, ''],
  [{ in: 'query', schema: { type: 'string' } }, ''],
  [
    { in: 'query', explode: true, schema: { type: 'array', items: integer } },
    ", array: { types: ['integer'] }",
  ],
  [{ in: 'query', explode: false, schema: { type: 'array' } }, ', explode: false, array: {}'],
  [{ in: 'query', style: 'pipeDelimited', schema: { type: 'array' } }, ", style: 'pipeDelimited', array: {}"],
  [
    { in: 'query', style: 'spaceDelimited', explode: true, schema: integer },
    ", style: 'spaceDelimited', explode: true, types: ['integer']",
  ],
  [
    { in: 'query', style: 'deepObject', explode: true, schema: members },
    ", style: 'deepObject', object: { n: { types: ['integer'] }, s: {} }",
  ],
  [{ in: 'query', schema: members }, ", object: { n: { types: ['integer'] }, s: {} }"],
  [
    { in: 'query', schema: { type: 'object', additionalProperties: integer } },
    ", object: {}, others: { types: ['integer'] }, taken: ['key']",
  ],
  [{ in: 'query', allowReserved: true, schema: integer }, ", types: ['integer']"],
  [{ in: 'query', allowEmptyValue: true, schema: integer }, ", isUnusedIfEmpty: true, types: ['integer']"],
  [{ in: 'query', allowEmptyValue: true, required: true, schema: integer }, ", types: ['integer']"],
  [{ in: 'query', content: { 'application/json': { schema: members } } }, ', isJson: true'],
  [
    { in: 'header', explode: true, schema: { type: 'array', items: members } },
    ', explode: true, array: { json: true }',
  ],
  [
    { in: 'cookie', explode: false, schema: { type: ['array', 'null'] } },
    ", explode: false, types: ['null'], array: {}",
  ],
])('of %j is %j', (parameter, want) => {
  const [format = ''] = formats([{ name: 'a', ...parameter }])
  expect(format).toBe(`{ in: '${String(parameter['in'])}', name: 'a'${want} }`)
})
