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
      schema: { type: ['string'] },
      types: ['string'],
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
        types: ['integer'],
      }),
    ])
  })

  it.each<readonly [schema: JsonValue, types: readonly string[]]>([
    [{ type: 'boolean' }, ['boolean']],
    [{ type: ['number', 'null'] }, ['number', 'null']],
    [{ enum: ['a', 1, 1.5, null, true] }, ['string', 'integer', 'number', 'null', 'boolean']],
    [{ const: 'a' }, ['string']],
    [{ const: null }, ['null']],
    [{ type: 'number', enum: [1, 2] }, ['integer']],
    [{ type: ['string', 'integer'], enum: ['a'] }, ['string']],
    [{ $ref: '#/components/schemas/Id' }, ['integer']],
    [{ $ref: '#/components/schemas/Id', type: ['integer', 'string'] }, ['integer']],
    [{ allOf: [{ minLength: 1 }, { type: 'string' }] }, ['string']],
    [{ anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/Id' }] }, ['string', 'integer']],
    [{ oneOf: [{ const: 'a' }, { const: 'b' }] }, ['string']],
  ])('of schema %j have the types %j', (schema, types) => {
    expect(typesOf(schema)).toEqual([types, undefined])
  })

  it.each<readonly [schema: JsonValue, itemTypes: readonly string[]]>([
    [{ type: 'array', items: { type: 'string' } }, ['string']],
    [{ $ref: '#/components/schemas/Ids' }, ['integer']],
    [{ allOf: [{ $ref: '#/components/schemas/Ids' }] }, ['integer']],
  ])('of schema %j have items of the types %j', (schema, itemTypes) => {
    expect(typesOf(schema)).toEqual([['array'], itemTypes])
  })
})

function typesOf(schema: JsonValue): unknown {
  const schemas = {
    Id: { type: 'integer' },
    Ids: { type: 'array', items: { $ref: '#/components/schemas/Id' } },
  }
  const [parameter] = operationOf(
    operationDocument({ parameters: [{ name: 'a', in: 'query', schema }] }, { components: { schemas } }),
  ).parameters
  return [parameter?.types, parameter?.itemTypes]
}

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
    [[{ name: 'a', in: 'query' }], [`${at}/0 error: The parameter "a" must have a "schema"`]],
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
      [{ name: 'a', in: 'query', schema: {} }],
      [`${at}/0/schema error: The schema of the parameter "a" must say which type it is`],
    ],
    [
      [{ name: 'a', in: 'query', schema: { anyOf: [{ type: 'string' }, {}] } }],
      [`${at}/0/schema error: The schema of the parameter "a" must say which type it is`],
    ],
    [
      [{ name: 'a', in: 'query', schema: { type: 'array' } }],
      [`${at}/0/schema error: The schema of the parameter "a" must say which type its items are`],
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
