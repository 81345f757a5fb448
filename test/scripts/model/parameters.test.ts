import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import {
  documentOf,
  operationDocument,
  operationOf,
  problemsOf,
  schemaNamed,
  modelOf,
  withoutPointers,
} from './read-model.js'

const string = { schema: { type: 'string' } }
const queryA = { name: 'a', in: 'query', ...string }

describe('parameters', () => {
  it('have the defaults of their location', () => {
    const { parameters } = operationOf(
      operationDocument(
        {
          parameters: [
            { name: 'id', in: 'path', required: true, ...string },
            { name: 'q', in: 'query', description: 'Text', deprecated: true, ...string },
            { name: 'X-Trace', in: 'header', required: true, style: 'simple', explode: false, ...string },
          ],
        },
        { path: '/things/{id}' },
      ),
    )
    const common = {
      deprecated: false,
      allowReserved: false,
      allowEmptyValue: false,
      isJson: false,
      schema: { type: ['string'] },
      reading: {},
    }
    expect(withoutPointers(parameters)).toEqual([
      { ...common, name: 'id', in: 'path', required: true, style: 'simple', explode: false },
      {
        ...common,
        name: 'q',
        in: 'query',
        required: false,
        style: 'form',
        explode: true,
        description: 'Text',
        deprecated: true,
      },
      { ...common, name: 'X-Trace', in: 'header', required: true, style: 'simple', explode: false },
    ])
    expect(parameters[1]?.pointer).toBe('/paths/~1things~1{id}/post/parameters/1')
  })

  it('of the path are replaced by those of the operation, in name and location', () => {
    const { parameters } = operationOf(
      operationDocument(
        {
          parameters: [
            { name: 'b', in: 'query', required: true, ...string },
            { name: 'a', in: 'header', ...string },
          ],
        },
        {
          parameters: [queryA, { name: 'b', in: 'query', ...string }, { name: 'c', in: 'query', ...string }],
        },
      ),
    )
    expect(parameters.map((parameter) => [parameter.in, parameter.name, parameter.required])).toEqual([
      ['query', 'a', false],
      ['query', 'b', true],
      ['query', 'c', false],
      ['header', 'a', false],
    ])
  })

  it('are followed through references', () => {
    const components = {
      parameters: {
        One: { $ref: '#/components/parameters/Two' },
        Two: { name: 'two', in: 'query', schema: { $ref: '#/components/schemas/Id' } },
      },
      schemas: { Id: { type: 'integer' } },
    }
    const { parameters } = operationOf(
      operationDocument({ parameters: [{ $ref: '#/components/parameters/One' }] }, { components }),
    )
    expect(parameters).toEqual([
      expect.objectContaining({
        name: 'two',
        pointer: '/components/parameters/Two',
        schema: {
          pointer: '/components/parameters/Two/schema',
          ref: { name: 'Id', pointer: '/components/schemas/Id' },
        },
        reading: { types: ['integer'] },
      }),
    ])
  })

  it.each<readonly [given: JsonObject, want: JsonObject]>([
    [
      { in: 'query', ...string },
      { style: 'form', explode: true },
    ],
    [
      { in: 'query', explode: false, ...string },
      { style: 'form', explode: false },
    ],
    [
      { in: 'query', style: 'spaceDelimited', ...string },
      { style: 'spaceDelimited', explode: false },
    ],
    [
      { in: 'query', style: 'pipeDelimited', ...string },
      { style: 'pipeDelimited', explode: false },
    ],
    [
      { in: 'query', style: 'deepObject', explode: true, ...string },
      { style: 'deepObject', explode: true },
    ],
    [{ in: 'query', allowReserved: true, ...string }, { allowReserved: true }],
    [{ in: 'query', allowEmptyValue: true, ...string }, { allowEmptyValue: true }],
    [
      { in: 'header', explode: true, ...string },
      { style: 'simple', explode: true },
    ],
    [
      { in: 'cookie', ...string },
      { style: 'form', explode: true },
    ],
    [
      { in: 'path', ...string },
      { style: 'simple', explode: false },
    ],
    [
      { in: 'path', style: 'label', explode: true, ...string },
      { style: 'label', explode: true },
    ],
    [
      { in: 'path', style: 'matrix', ...string },
      { style: 'matrix', explode: false },
    ],
    [
      { in: 'query', content: { 'application/json': string } },
      { isJson: true, reading: {} },
    ],
    [
      { in: 'query', content: { 'application/x+json; a=b': {} } },
      { isJson: true, schema: { boolean: true } },
    ],
    [
      { in: 'query', content: { 'text/plain': { schema: { type: 'integer' } } } },
      { reading: { types: ['integer'] } },
    ],
    [
      { in: 'path', content: { '*/*': string } },
      { isJson: false, schema: { type: ['string'] } },
    ],
  ])('%j are %j', (given, want) => {
    const document = operationDocument(
      { parameters: [{ name: 'a', required: true, ...given }] },
      { path: '/things/{a}' },
    )
    expect(withoutPointers(operationOf(document).parameters[0])).toMatchObject(want)
  })
})

describe('the schema of all parameters', () => {
  it.each<readonly [why: string, parameters: readonly JsonObject[], want: unknown]>([
    ['is empty without any', [], { type: ['object'] }],
    [
      'has an object for each location that has some',
      [
        { name: 'X-A', in: 'header', ...string },
        { name: 'b', in: 'query', required: true, ...string },
        { name: 'a', in: 'query', ...string },
        { name: 'id', in: 'path', required: true, ...string },
      ],
      {
        type: ['object'],
        properties: [
          {
            name: 'path',
            schema: {
              type: ['object'],
              properties: [{ name: 'id', schema: { type: ['string'] } }],
              required: ['id'],
            },
          },
          {
            name: 'query',
            schema: {
              type: ['object'],
              properties: [
                { name: 'b', schema: { type: ['string'] } },
                { name: 'a', schema: { type: ['string'] } },
              ],
              required: ['b'],
            },
          },
          {
            name: 'header',
            schema: { type: ['object'], properties: [{ name: 'X-A', schema: { type: ['string'] } }] },
          },
        ],
        required: ['path', 'query'],
      },
    ],
  ])('%s', (_, parameters, want) => {
    const path = parameters.length > 0 ? '/things/{id}' : '/things'
    const model = modelOf(operationDocument({ parameters }, { path }))
    expect(withoutPointers(schemaNamed(model, 'MakeThingParams'))).toEqual(want)
    expect(model.operations[0]?.params).toEqual({ name: 'MakeThingParams', target: 'MakeThingParams' })
    expect(schemaNamed(model, 'MakeThingParams')?.pointer).toBe(
      `/paths/${path.replaceAll('/', '~1')}/post/parameters`,
    )
  })
})

describe('parameters that are wrong', () => {
  const at = '#/paths/~1things/post/parameters'

  it.each<readonly [parameters: readonly JsonValue[], problems: readonly string[]]>([
    [[1], [`${at}/0 error: "0" must be an object, found 1`]],
    [[{ $ref: 1 }], [`${at}/0/$ref error: "$ref" must be a string, found 1`]],
    [[{ in: 'query', ...string }], [`${at}/0 error: A parameter must have "name" and "in"`]],
    [[{ name: 'a', ...string }], [`${at}/0 error: A parameter must have "name" and "in"`]],
    [
      [{ name: 'a', in: 'body', ...string }],
      [`${at}/0/in error: "in" must be path, query, header or cookie, found "body"`],
    ],
    [
      [{ name: 'a', in: 'toString', ...string }],
      [`${at}/0/in error: "in" must be path, query, header or cookie, found "toString"`],
    ],
    [[{ name: 'a', in: 'query' }], [`${at}/0 error: The parameter "a" must have a "schema" or "content"`]],
    [
      [{ name: 'a', in: 'query', content: {} }],
      [`${at}/0 error: The parameter "a" must have a "schema" or "content"`],
    ],
    [
      [{ name: 'a', in: 'query', content: { 'application/json': 1 } }],
      [`${at}/0/content/application~1json error: "application/json" must be an object, found 1`],
    ],
    ...(
      [
        ['query', 'simple', 'form or spaceDelimited or pipeDelimited or deepObject in the query'],
        ['path', 'form', 'simple or label or matrix in the path'],
        ['header', 'toString', 'simple in a header'],
        ['cookie', 'deepObject', 'form in a cookie'],
      ] as const
    ).map(([location, style, wanted]): readonly [JsonValue[], string[]] => [
      [{ name: 'a', in: location, style, required: true, ...string }],
      [`${at}/0/style error: "style" must be ${wanted}, found "${style}"`],
    ]),
    [
      [{ name: 'a', in: 'query', explode: 'no', ...string }],
      [`${at}/0/explode error: "explode" must be true or false, found "no"`],
    ],
    [
      [{ name: 'a', in: 'header', allowReserved: true, allowEmptyValue: true, ...string }],
      ['allowReserved', 'allowEmptyValue'].map(
        (key) => `${at}/0 warning: "${key}" has no meaning in a header, only in the query`,
      ),
    ],
    [
      [{ name: 'a', in: 'query', schema: { type: 'array', items: { type: 'object' } } }],
      [
        `${at}/0 warning: An array or object inside the value of "a" is written as JSON: the style form has no text for it`,
      ],
    ],
    [
      [{ ...queryA, required: 'yes' }],
      [`${at}/0/required error: "required" must be true or false, found "yes"`],
    ],
    [
      [{ $ref: '#/components/parameters/Gone' }],
      [`${at}/0/$ref error: "$ref" points at #/components/parameters/Gone, where the document has nothing`],
    ],
    [[{ $ref: `${at}/0` }], [`${at}/0/$ref error: "$ref" leads back to itself`]],
    [
      [
        {
          name: 'a',
          in: 'query',
          style: 'deepObject',
          schema: { items: { $ref: `${at}/0/schema` } },
        },
      ],
      [
        `${at}/0 warning: What is nested deeper in the value of "a", or inside itself, is left as text by the server layer`,
      ],
    ],
    ...['Accept', 'content-type', 'AUTHORIZATION'].map((name): readonly [JsonValue[], string[]] => [
      [{ name, in: 'header', ...string }],
      [
        `${at}/0 warning: The parameter for the header ${name} is ignored: OpenAPI describes that header elsewhere`,
      ],
    ]),
  ])('%j', (parameters, problems) => {
    expect(problemsOf(operationDocument({ parameters }))).toEqual(problems)
  })

  it('must be an array', () => {
    expect(problemsOf(operationDocument({ parameters: {} }))).toEqual([
      '#/paths/~1things/post/parameters error: "parameters" must be an array, found an object',
    ])
  })
})

const inPath = (name: string): JsonObject => ({ name, in: 'path', required: true, ...string })

describe('paths', () => {
  it('that differ in the names of their parameters alone keep their operations', () => {
    const paths = {
      '/a/{id}': { get: { operationId: 'get', parameters: [inPath('id')] } },
      '/a/{name}': { put: { operationId: 'put', parameters: [inPath('name')] } },
      'x-extension': 1,
    }
    expect(problemsOf(documentOf({ paths }))).toEqual([])
    expect(modelOf(documentOf({ paths })).operations.map(({ path }) => path)).toEqual([
      '/a/{id}',
      '/a/{name}',
    ])
  })
})
