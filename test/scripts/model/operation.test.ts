import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import type { Operation } from '../../../scripts/src/model/types.js'
import {
  documentOf,
  modelOf,
  operationDocument,
  operationOf,
  problemsOf,
  withoutPointers,
} from './read-model.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const components = { schemas: { Thing: { type: 'object' }, Problem: { type: 'string' } } }

function read(operation: JsonObject, more: JsonObject = {}): Operation {
  return operationOf(operationDocument(operation, { components, ...more }))
}

describe('an operation', () => {
  it('is read whole', () => {
    const operation = read({
      operationId: 'make-thing',
      tags: ['Big Things', 'other'],
      summary: 'Make',
      description: 'Makes',
      deprecated: true,
    })
    expect(operation).toMatchObject({
      id: 'makeThing',
      name: 'MakeThing',
      operationId: 'make-thing',
      method: 'post',
      path: '/things',
      requestPath: '/things',
      tag: 'Big Things',
      group: 'big-things',
      summary: 'Make',
      description: 'Makes',
      deprecated: true,
      responses: [],
      security: [],
      pointer: '/paths/~1things/post',
    })
  })

  it.each<readonly [tags: JsonValue, group: string]>([
    [['agents'], 'agents'],
    [['Index'], 'index_'],
    [['NUL'], 'nul_'],
    [['../../etc'], 'etc'],
    [[''], 'empty'],
    [[], 'default'],
  ])('with tags %j is in the group %s', (tags, group) => {
    expect(read({ tags }).group).toBe(group)
  })

  it('is in the default group without tags, and comes in document order', () => {
    const { operations } = modelOf(
      documentOf({
        paths: {
          '/b': { put: { operationId: 'b2' }, get: { operationId: 'b1' } },
          '/a': { $ref: '#/x-items/a' },
        },
        'x-items': { a: { get: { operationId: 'a' } } },
      }),
    )
    expect(operations.map(({ id, group, pointer }) => [id, group, pointer])).toEqual([
      ['b2', 'default', '/paths/~1b/put'],
      ['b1', 'default', '/paths/~1b/get'],
      ['a', 'default', '/x-items/a/get'],
    ])
  })

  it.each<readonly [operation: JsonObject, problem: string]>([
    [{ operationId: 1 }, '#/paths/~1things/post/operationId error: "operationId" must be a string, found 1'],
    [{ tags: [1] }, '#/paths/~1things/post/tags/0 error: A tag must be a string'],
    [
      { responses: { 20: {} } },
      '#/paths/~1things/post/responses/20 error: "20" is no status code, range such as 4XX, or "default"',
    ],
    [
      { responses: { '4xx': {} } },
      '#/paths/~1things/post/responses/4xx error: "4xx" is no status code, range such as 4XX, or "default"',
    ],
  ])('that is wrong: %j', (operation, problem) => {
    expect(problemsOf(operationDocument(operation))).toContain(problem)
  })
})

/** The aliases that are there, and the names of the shapes. */
const summary = ({ bodyAlias, responseAlias, errorAlias, shapes }: Operation): unknown => ({
  aliases: [bodyAlias, responseAlias, errorAlias].map((alias) => alias && `${alias.name} = ${alias.target}`),
  shapes: Object.fromEntries(shapes.slice(1).map(({ name, schema }) => [name, withoutPointers(schema)])),
})

describe('what an operation takes and returns', () => {
  const none = { aliases: [undefined, undefined, undefined], shapes: {} }

  it.each<readonly [why: string, operation: JsonObject, want: unknown]>([
    ['nothing', {}, none],
    ['nothing, said in full', { requestBody: { content: {} }, responses: { 204: {}, default: {} } }, none],
    [
      'references',
      { requestBody: json(ref('Thing')), responses: { 200: json(ref('Thing')), 400: json(ref('Problem')) } },
      {
        aliases: ['MakeThingBody = Thing', 'MakeThingResponse = Thing', 'MakeThingError = Problem'],
        shapes: {},
      },
    ],
    [
      'a reference with a description beside it',
      { requestBody: json({ ...ref('Thing'), description: 'It' }) },
      { aliases: ['MakeThingBody = Thing', undefined, undefined], shapes: {} },
    ],
    [
      'a reference with a rule beside it',
      { requestBody: json({ ...ref('Thing'), minProperties: 1 }) },
      {
        aliases: ['MakeThingBody = MakeThingBody', undefined, undefined],
        shapes: { MakeThingBody: { ref: { name: 'Thing' }, minProperties: 1 } },
      },
    ],
    [
      'schemas of its own',
      {
        requestBody: json({ type: 'string' }),
        responses: { 201: json(true), '5XX': json({ type: 'null' }) },
      },
      {
        aliases: [
          'MakeThingBody = MakeThingBody',
          'MakeThingResponse = MakeThingResponse',
          'MakeThingError = MakeThingError',
        ],
        shapes: {
          MakeThingBody: { type: ['string'] },
          MakeThingResponse: { boolean: true },
          MakeThingError: { type: ['null'] },
        },
      },
    ],
    [
      'content of which nothing is said',
      { responses: { 200: { content: { 'application/json': {} } } } },
      {
        aliases: [undefined, 'MakeThingResponse = MakeThingResponse', undefined],
        shapes: { MakeThingResponse: { boolean: true } },
      },
    ],
    [
      'several that are the same',
      {
        responses: {
          400: json(ref('Problem')),
          401: json(ref('Problem')),
          default: json(ref('Problem')),
          200: {},
        },
      },
      { aliases: [undefined, undefined, 'MakeThingError = Problem'], shapes: {} },
    ],
    [
      'several that differ',
      { responses: { 200: json(ref('Thing')), 201: json({ type: 'string' }), '2XX': json(false), 202: {} } },
      {
        aliases: [undefined, 'MakeThingResponse = MakeThingResponse', undefined],
        shapes: {
          MakeThingResponse201: { type: ['string'] },
          MakeThingResponse2XX: { boolean: false },
          MakeThingResponse: {
            anyOf: [
              { ref: { name: 'Thing' } },
              { ref: { name: 'MakeThingResponse201' } },
              { ref: { name: 'MakeThingResponse2XX' } },
            ],
          },
        },
      },
    ],
    [
      'several media types',
      {
        requestBody: {
          content: {
            'application/json; charset=utf-8': { schema: {} },
            'application/merge-patch+json': { schema: true },
          },
        },
      },
      {
        aliases: ['MakeThingBody = MakeThingBody', undefined, undefined],
        shapes: {
          MakeThingBodyJsonCharsetUtf8: {},
          MakeThingBodyMergePatchJson: { boolean: true },
          MakeThingBody: {
            anyOf: [
              { ref: { name: 'MakeThingBodyJsonCharsetUtf8' } },
              { ref: { name: 'MakeThingBodyMergePatchJson' } },
            ],
          },
        },
      },
    ],
    [
      'a default beside a success, which is for errors',
      { responses: { 200: json(ref('Thing')), default: json({ type: 'string' }) } },
      {
        aliases: [undefined, 'MakeThingResponse = Thing', 'MakeThingError = MakeThingError'],
        shapes: { MakeThingError: { type: ['string'] } },
      },
    ],
    [
      'a default without a success, which is for both',
      { responses: { default: json({ type: 'string' }), 400: json(ref('Problem')) } },
      {
        aliases: [undefined, 'MakeThingResponse = MakeThingResponse', 'MakeThingError = MakeThingError'],
        shapes: {
          MakeThingResponse: { type: ['string'] },
          MakeThingError: { anyOf: [{ ref: { name: 'Problem' } }, { ref: { name: 'MakeThingResponse' } }] },
        },
      },
    ],
    [
      'a redirect, which is an error',
      { responses: { 302: json(ref('Problem')), 200: {} } },
      { aliases: [undefined, undefined, 'MakeThingError = Problem'], shapes: {} },
    ],
  ])('%s', (_, operation, want) => {
    expect(summary(read(operation))).toEqual(want)
  })

  it('is linked to its contents', () => {
    const { body, responses } = read({
      requestBody: { required: true, description: 'Body', ...json(ref('Thing')) },
      responses: {
        200: { description: 'Fine', ...json({ type: 'string' }) },
        default: { description: 'Bad' },
      },
    })
    expect(body).toEqual({
      required: true,
      description: 'Body',
      contents: [
        {
          mediaType: 'application/json',
          kind: 'json',
          isPreferred: true,
          shape: 'Thing',
          pointer: '/paths/~1things/post/requestBody/content/application~1json',
        },
      ],
      pointer: '/paths/~1things/post/requestBody',
    })
    expect(responses).toEqual([
      {
        status: '200',
        outcome: 'success',
        description: 'Fine',
        headers: [],
        contents: [
          {
            mediaType: 'application/json',
            kind: 'json',
            isPreferred: true,
            shape: 'MakeThingResponse',
            pointer: '/paths/~1things/post/responses/200/content/application~1json',
          },
        ],
        pointer: '/paths/~1things/post/responses/200',
      },
      {
        status: 'default',
        outcome: 'error',
        description: 'Bad',
        headers: [],
        contents: [],
        pointer: '/paths/~1things/post/responses/default',
      },
    ])
  })

  it('has no body without content', () => {
    expect(read({ requestBody: { required: true, content: {} } }).body).toBeUndefined()
  })

  it('follows references to bodies and responses, and names a shared schema for each operation', () => {
    const { operations } = modelOf(
      documentOf({
        paths: {
          '/a': {
            put: {
              operationId: 'a',
              requestBody: { $ref: '#/components/requestBodies/B' },
              responses: { 400: { $ref: '#/components/responses/R' } },
            },
          },
          '/b': { put: { operationId: 'b', responses: { 400: { $ref: '#/components/responses/R' } } } },
        },
        components: {
          requestBodies: { B: json(true) },
          responses: { R: { description: 'Bad', ...json({ type: 'string' }) } },
        },
      }),
    )
    expect(operations.map(({ shapes }) => shapes.map(({ name }) => name))).toEqual([
      ['AParams', 'ABody', 'AError'],
      ['BParams', 'BError'],
    ])
    expect(operations[1]?.shapes[1]).toMatchObject({
      kind: 'operation',
      file: 'default',
      variable: 'bError',
      pointer: '/components/responses/R/content/application~1json/schema',
    })
  })

  it('has no content where HTTP allows none', () => {
    const at = '#/paths/~1things/post/responses/204/content'
    expect(problemsOf(operationDocument({ responses: { 204: json(true) } }))).toEqual([
      `${at} warning: The content is ignored: HTTP lets this response, of status 204, have no body`,
    ])
    expect(
      problemsOf(operationDocument({ responses: { 200: json(true) } }, { method: 'head' })),
    ).toHaveLength(1)
  })
})
