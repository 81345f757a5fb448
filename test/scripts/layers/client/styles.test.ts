import { expect, test } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { compile, emitted } from './emitted.js'

const integers = { type: 'array', items: { type: 'integer' } }
const range = {
  type: 'object',
  required: ['from'],
  properties: { from: { type: 'integer' }, to: { type: 'integer' } },
  additionalProperties: false,
}
const filter = {
  type: 'object',
  properties: {
    size: { $ref: '#/components/schemas/Range' },
    tags: { type: 'array', items: { type: 'string' } },
  },
}

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Styles', version: '1' },
  servers: [{ url: 'https://api.example' }],
  paths: {
    '/plain/{id}': {
      get: {
        operationId: 'plain',
        parameters: [
          { name: 'id', in: 'path', required: true, style: 'simple', explode: false, schema: integers },
          { name: 'ids', in: 'query', style: 'form', explode: true, schema: integers },
          { name: 'text', in: 'query', content: { 'text/plain': { schema: { type: 'integer' } } } },
          { name: 'free', in: 'query', allowEmptyValue: true, schema: {} },
          { name: 'X-A', in: 'header', schema: integers },
          { name: 'theme', in: 'cookie', schema: { type: 'string' } },
        ],
        responses: { 204: { description: '' } },
      },
    },
    '/styled/{id}': {
      get: {
        operationId: 'styled',
        parameters: [
          { name: 'id', in: 'path', required: true, style: 'matrix', explode: true, schema: integers },
          { name: 'ids', in: 'query', explode: false, schema: integers },
          { name: 'pipes', in: 'query', style: 'pipeDelimited', schema: integers },
          { name: 'spaces', in: 'query', style: 'spaceDelimited', explode: true, schema: integers },
          { name: 'filter', in: 'query', style: 'deepObject', explode: true, schema: filter },
          { name: '__proto__', in: 'query', schema: { $ref: '#/components/schemas/Range' } },
          { name: 'url', in: 'query', allowReserved: true, schema: { type: 'string' } },
          { name: 'where', in: 'query', content: { 'application/json': { schema: filter } } },
          { name: 'X-A', in: 'header', explode: true, schema: { $ref: '#/components/schemas/Range' } },
          { $ref: '#/components/parameters/Json' },
          { name: 'ids', in: 'cookie', explode: false, schema: integers },
        ],
        responses: { 204: { description: '' } },
      },
    },
  },
  components: {
    parameters: {
      Json: {
        name: 'X-Json',
        in: 'header',
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Range' } } },
      },
    },
    schemas: { Range: range },
  },
}

test('only what is not by default is said of a parameter', () => {
  const module = emitted(document)['client/default.ts']
  expect(module).toContain(
    "send(client, { method: 'get', path: '/plain/{id}', responses: { 204: 'none' } }, ",
  )
  expect(module).toContain(
    [
      "send(client, { method: 'get', path: '/styled/{id}', styles: { path: { id: { style: 'matrix', explode: true } }, ",
      "query: { ids: { explode: false }, pipes: { style: 'pipeDelimited' }, ",
      "spaces: { style: 'spaceDelimited', explode: true }, filter: { style: 'deepObject' }, ",
      "['__proto__']: { explode: true }, url: { allowReserved: true }, where: { isJson: true } }, ",
      "header: { 'X-A': { explode: true }, 'X-Json': { isJson: true } }, ",
      "cookie: { ids: { explode: false } } }, responses: { 204: 'none' } }, ",
    ].join(''),
  )
})

const imports = `
  import { createClient, styled, plain } from './client/index.js'
  import type { PlainParams, StyledParams } from './types/operations.js'
  const client = createClient()
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
  const same = <A, B>(_: Same<A, B>) => undefined
  interface Range { from: number; to?: number }
`

test('parameters have the types of their schemas, those by content too', () => {
  const program = `${imports}
    void styled(client, {
      path: { id: [1] },
      query: { filter: { size: { from: 1 }, tags: ['a'] }, where: { tags: [] }, __proto__: { from: 1 }, pipes: [1] },
      header: { 'X-Json': { from: 1, to: 2 }, 'X-A': { from: 1 } },
      cookie: { ids: [1, 2] },
    })
    void plain(client, { path: { id: [1, 2] }, query: { text: 1, free: { a: 1 } }, cookie: { theme: 'dark' } })
    same<StyledParams['header'], { 'X-A'?: Range; 'X-Json': Range }>(true)
    same<NonNullable<StyledParams['query']>['where'], { size?: Range; tags?: string[] } | undefined>(true)
    same<NonNullable<StyledParams['cookie']>, { ids?: number[] }>(true)
    same<NonNullable<PlainParams['query']>['text'], number | undefined>(true)
  `
  expect(compile(document, program)).toEqual([])
})

test('values of other types are errors', () => {
  const calls = [
    "{ header: { 'X-Json': '{}' } }",
    '{ header, query: { filter: { size: {} } } }',
    "{ header, query: { pipes: '1|2' } }",
    "{ header, cookie: { ids: ['a'] } }",
    '{}',
  ]
  const program = [
    "import { createClient, styled } from './client/index.js'",
    "const header = { 'X-Json': { from: 1 } }",
    ...calls.map((more) => `void styled(createClient(), { path: { id: [1] }, ...${more} })`),
  ]
  const lines = compile(document, program.join('\n')).map((problem) => problem.split(':')[0])
  expect(lines).toEqual(['3', '4', '5', '6', '7'])
})
