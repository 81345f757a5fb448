import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'
import { documentOf, operationDocument } from '../../model/read-model.js'
import { typeErrors } from './compile.js'
import { fileText, printTypes } from './print.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const string = { schema: { type: 'string' } }
const components = { schemas: { Thing: { type: 'object' }, Problem: { type: 'string' } } }

/** The declarations of `types/operations.ts`, by name, and what TypeScript finds wrong in all of the layer. */
function declarations(document: JsonObject): {
  readonly types: Record<string, string>
  readonly errors: string[]
} {
  const files = printTypes(document)
  const text = fileText(files, 'types/operations.ts')
  const found = [...text.matchAll(/^export type (\w+) = (.*?);?$/gm)]
  return {
    types: Object.fromEntries(found.map(([, name = '', type = '']) => [name, type])),
    errors: typeErrors(files),
  }
}

describe('the types of an operation', () => {
  it.each<readonly [why: string, operation: JsonObject, more: JsonObject, types: Record<string, string>]>([
    [
      'that has nothing',
      {},
      {},
      {
        MakeThingParams: 'Record<string, never>',
        MakeThingBody: 'undefined',
        MakeThingResponse: 'undefined',
        MakeThingError: 'undefined',
      },
    ],
    [
      'that has parameters everywhere',
      {
        parameters: [
          { name: 'q', in: 'query', ...string },
          { name: 'X-A', in: 'header', ...string, required: true },
        ],
      },
      { path: '/things/{id}', parameters: [{ name: 'id', in: 'path', required: true, ...string }] },
      {
        MakeThingParams:
          "{ path: operations['makeThing']['parameters']['path']; query?: NonNullable<operations['makeThing']['parameters']['query']>; header: operations['makeThing']['parameters']['header']; }",
        MakeThingBody: 'undefined',
        MakeThingResponse: 'undefined',
        MakeThingError: 'undefined',
      },
    ],
    [
      'with references',
      {
        requestBody: { required: true, ...json(ref('Thing')) },
        responses: {
          200: json(ref('Thing')),
          204: {},
          400: json(ref('Problem')),
          default: json(ref('Thing')),
        },
      },
      {},
      {
        MakeThingParams: 'Record<string, never>',
        MakeThingBody: 'Thing',
        MakeThingResponse: 'Thing',
        MakeThingError: 'Problem | Thing',
      },
    ],
    [
      'with schemas of its own',
      {
        operationId: 'make-thing',
        requestBody: json({ type: 'string' }),
        responses: { 200: json({ type: 'string' }), 201: json(ref('Thing')), '4XX': json(true) },
      },
      {},
      {
        MakeThingParams: 'Record<string, never>',
        MakeThingBody: "NonNullable<operations['make-thing']['requestBody']>['content']['application/json']",
        MakeThingResponse: 'MakeThingResponse200 | Thing',
        MakeThingError: "operations['make-thing']['responses']['4XX']['content']['application/json']",
        MakeThingResponse200: "operations['make-thing']['responses'][200]['content']['application/json']",
      },
    ],
    [
      'with a default alone',
      { responses: { default: json({ type: 'string' }) } },
      {},
      {
        MakeThingParams: 'Record<string, never>',
        MakeThingBody: 'undefined',
        MakeThingResponse: "operations['makeThing']['responses']['default']['content']['application/json']",
        MakeThingError: 'MakeThingResponse',
      },
    ],
  ])('%s', (_, operation, more, types) => {
    expect(declarations(operationDocument(operation, { components, ...more }))).toEqual({
      types,
      errors: [],
    })
  })

  it('say which operation they are of', () => {
    const files = printTypes(
      operationDocument({
        summary: 'Make a thing.\n',
        deprecated: true,
        responses: { 200: json(true), 201: json(false) },
      }),
    )
    const text = fileText(files, 'types/operations.ts')
    expect(text.match(/^\/\*\*[^]*?\*\/$/gm)).toEqual([
      '/**\n * Parameters of makeThing: Make a thing.\n * @deprecated\n */',
      '/**\n * Request body of makeThing: Make a thing.\n * @deprecated\n */',
      '/**\n * Body of a successful response of makeThing: Make a thing.\n * @deprecated\n */',
      '/**\n * Body of an error response of makeThing: Make a thing.\n * @deprecated\n */',
      '/**\n * One body of makeThing: Make a thing.\n * @deprecated\n */',
      '/**\n * One body of makeThing: Make a thing.\n * @deprecated\n */',
    ])
  })

  it('are the types of what is passed and returned', () => {
    const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } }
    const document = documentOf({
      paths: {
        '/things/{id}': {
          parameters: [
            id,
            { name: 'q', in: 'query', ...string },
            { name: 'Accept', in: 'header', ...string },
          ],
          put: {
            operationId: 'put thing',
            parameters: [
              {
                name: 'q',
                in: 'query',
                required: true,
                schema: { type: 'array', items: { type: 'string' } },
              },
            ],
            responses: { '4XX': { $ref: '#/components/responses/Bad' }, 'x-other': 1 },
          },
        },
      },
      components: { responses: { Bad: { description: '', ...json({ const: 'bad' }) } } },
    })
    const files = printTypes(document).filter(({ path }) => path.startsWith('types/'))
    const uses = `
      import type { PutThingError, PutThingParams, operations, paths } from './types/index.js'
      export const params: PutThingParams = { path: { id: 1 }, query: { q: ['a'] } }
      // @ts-expect-error: the query is required
      export const missing: PutThingParams = { path: { id: 1 } }
      // @ts-expect-error: there are no headers, since OpenAPI ignores that one
      export const header: PutThingParams = { path: { id: 1 }, query: { q: [] }, header: { Accept: 'a' } }
      export const error: PutThingError = 'bad'
      export const key: keyof operations = 'put thing'
      export const status: keyof operations['put thing']['responses'] = '4XX'
      export const path: keyof paths = '/things/{id}'
    `
    expect(typeErrors([...files, { path: 'uses.ts', content: uses }])).toEqual([])
  })
})

it('webhooks and callbacks have types as operations do', () => {
  const callback = {
    '{$request.body#/url}': { post: { operationId: 'thingDone', requestBody: json(ref('Thing')) } },
  }
  const { types, errors } = declarations(
    documentOf({
      paths: { '/things': { post: { operationId: 'makeThing', callbacks: { done: callback } } } },
      webhooks: {
        'new-thing': { post: { operationId: 'newThing', requestBody: json({ type: 'integer' }) } },
      },
      components,
    }),
  )
  expect(errors).toEqual([])
  expect(types).toMatchObject({
    NewThingBody: "NonNullable<operations['newThing']['requestBody']>['content']['application/json']",
    ThingDoneBody: 'Thing',
    ThingDoneResponse: 'undefined',
  })
})
