import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue, own } from '../../../scripts/src/json.js'
import type { Model } from '../../../scripts/src/model/types.js'
import { KNOWN_VALUES, OVERLAPPING } from '../../../scripts/src/open-enum.js'
import { valueAt } from '../../../scripts/src/pointer.js'
import { documentOf, modelOf, schemaNamed, withoutPointers } from './read-model.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

const closed = { type: 'string', enum: ['a', 'b'] }
const open = { type: 'string', [KNOWN_VALUES]: ['a', 'b'] }
const openNumbers = { type: 'integer', [KNOWN_VALUES]: [1, 2] }
const REMARK = 'As in responses, where enums may have values that are not listed.'

/** A document with one operation that takes and returns these bodies. */
function documentWith(body: JsonValue, response: JsonValue, schemas: JsonObject = {}): JsonObject {
  const responses = { 200: { description: '', ...json(response) } }
  const post = { operationId: 'post', requestBody: json(body), responses }
  return documentOf({ paths: { '/a': { post } }, components: { schemas } })
}

function tolerant(document: JsonObject): Model {
  return modelOf(document, { unknownEnumValues: 'tolerate' })
}

function schemasOf({ document }: Model): JsonObject {
  const components = own(document, 'components')
  const schemas = isJsonObject(components) ? own(components, 'schemas') : undefined
  return isJsonObject(schemas) ? schemas : {}
}

const RESPONSE = '/paths/~1a/post/responses/200/content/application~1json/schema'

/** The schema of a response, once the document is described by direction. */
function inResponse(response: JsonValue, schemas: JsonObject = {}): unknown {
  return valueAt(tolerant(documentWith(true, response, schemas)).document, RESPONSE)
}

describe('of an enum in a response', () => {
  it.each<readonly [why: string, given: JsonObject, want: JsonObject]>([
    ['strings may be others', closed, open],
    ['numbers may be', { type: 'number', enum: [1, 2.5] }, { type: 'number', [KNOWN_VALUES]: [1, 2.5] }],
    [
      'integers stay integers',
      { type: 'integer', enum: [1, 2] },
      { type: 'integer', [KNOWN_VALUES]: [1, 2] },
    ],
    ['a format is no longer said', { type: 'integer', format: 'int64', enum: [1, 2] }, openNumbers],
    ['without a type, the values say it', { enum: ['a', 'b'] }, open],
    ['both kinds may be', { enum: ['a', 1] }, { type: ['string', 'number'], [KNOWN_VALUES]: ['a', 1] }],
    [
      'null is valid where it is listed',
      { type: ['string', 'null'], enum: ['a', null, 'b'] },
      { type: ['string', 'null'], [KNOWN_VALUES]: ['a', null, 'b'] },
    ],
    ['null is not valid where it is not', { ...closed, type: ['string', 'null'] }, open],
    ['a value of another type was never valid', { type: 'string', enum: ['a', 1, 'b', 'a'] }, open],
    [
      'what else is said stays',
      { ...closed, default: 'a', maxLength: 9 },
      { ...open, default: 'a', maxLength: 9 },
    ],
  ])('%s', (_, given, want) => {
    expect(inResponse(given)).toEqual(want)
  })

  it.each<readonly [why: string, schema: JsonObject]>([
    ['a constant', { const: 'a' }],
    ['one value, which is a constant', { type: 'string', enum: ['a'] }],
    ['one value and null', { enum: ['a', null] }],
    ['values of other types', { enum: ['a', 'b', true] }],
    ['objects', { enum: [{ a: 1 }, { a: 2 }] }],
    ['values of which the type has none', { type: 'integer', enum: ['1', '2'] }],
    ['no value', { enum: [] }],
    ...['not', 'if'].map((key): [string, JsonObject] => [`those inside ${key}`, { [key]: closed }]),
    ['what may be there a number of times', { contains: closed, maxContains: 1 }],
    ['a default that looks like one', { default: { enum: ['a', 'b'] } }],
    ['a property that is called so', { properties: { enum: { items: true } } }],
  ])('it stays as it is: %s', (_, schema) => {
    expect(inResponse(schema)).toEqual(schema)
  })

  it.each<readonly [keyword: string, wrap: (schema: JsonObject) => JsonValue]>([
    ...['items', 'additionalProperties', 'contains', 'then', 'else', 'unevaluatedItems', 'propertyNames'].map(
      (key): [string, (schema: JsonObject) => JsonValue] => [key, (schema) => schema],
    ),
    ...['allOf', 'anyOf', 'prefixItems'].map((key): [string, (schema: JsonObject) => JsonValue] => [
      key,
      (schema) => [true, schema],
    ]),
    ...['properties', 'patternProperties', 'dependentSchemas'].map(
      (key): [string, (schema: JsonObject) => JsonValue] => [key, (schema) => ({ a: schema })],
    ),
  ])('it is open inside %s', (keyword, wrap) => {
    expect(inResponse({ [keyword]: wrap(closed) })).toEqual({ [keyword]: wrap(open) })
  })
})

describe('alternatives that take more than before', () => {
  const schemas = { A: closed, B: { type: 'string', enum: ['c', 'd'] } }
  const alternatives = [ref('A'), ref('B'), { type: 'null' }]
  const opened = [ref('AInResponse'), ref('BInResponse'), { type: 'null' }]

  it('may match together', () => {
    expect(inResponse({ oneOf: alternatives }, schemas)).toEqual({ oneOf: opened, [OVERLAPPING]: true })
    const response = tolerant(documentWith(true, { type: 'array', items: { oneOf: alternatives } }, schemas))
    expect(withoutPointers(schemaNamed(response, 'PostResponse'))).toEqual({
      type: ['array'],
      items: {
        anyOf: [{ ref: { name: 'AInResponse' } }, { ref: { name: 'BInResponse' } }, { type: ['null'] }],
      },
    })
  })

  it('may so beside others', () => {
    const model = tolerant(documentWith(true, { oneOf: alternatives, anyOf: [true] }, schemas))
    expect(withoutPointers(schemaNamed(model, 'PostResponse'))).toEqual({
      anyOf: [{ boolean: true }],
      allOf: [
        { anyOf: [{ ref: { name: 'AInResponse' } }, { ref: { name: 'BInResponse' } }, { type: ['null'] }] },
      ],
    })
  })

  it('may not where none does', () => {
    expect(inResponse({ oneOf: [{ const: 'a' }, { const: 'b' }] })).not.toHaveProperty([OVERLAPPING])
  })
})

const kinds = (...values: string[]): JsonObject => ({ type: 'string', enum: values })
const pet = (kind: JsonValue): JsonObject => ({ type: 'object', properties: { kind, mood: closed } })
const openedPet = (kind: JsonValue): JsonObject => ({ type: 'object', properties: { kind, mood: open } })

describe('a property that tells alternatives apart', () => {
  const propertyName = 'kind'

  it('keeps its values, in every alternative and behind references', () => {
    const schemas = {
      Pet: { oneOf: [ref('Cat'), ref('Dog')], discriminator: { propertyName } },
      Cat: { allOf: [pet(ref('CatKind'))] },
      CatKind: kinds('cat', 'kitten'),
      Dog: pet(kinds('dog', 'puppy')),
    }
    const model = tolerant(documentWith(true, { items: ref('Pet'), contains: ref('CatKind') }, schemas))
    expect(schemasOf(model)).toMatchObject({
      PetInResponse: { oneOf: [ref('CatInResponse'), ref('DogInResponse')], [OVERLAPPING]: true },
      CatInResponse: { allOf: [openedPet(ref('CatKind'))] },
      // Where it tells nothing apart, the same enum is open.
      CatKindInResponse: { [KNOWN_VALUES]: ['cat', 'kitten'] },
      DogInResponse: openedPet(kinds('dog', 'puppy')),
    })
  })

  it('keeps them in the children of the schema that names it', () => {
    const schemas = {
      Pet: { ...pet(kinds('cat', 'dog')), discriminator: { propertyName } },
      Cat: { allOf: [ref('Pet'), pet(kinds('cat', 'kitten'))] },
    }
    expect(schemasOf(tolerant(documentWith(true, ref('Cat'), schemas)))).toMatchObject({
      PetInResponse: openedPet(kinds('cat', 'dog')),
      CatInResponse: { allOf: [ref('PetInResponse'), openedPet(kinds('cat', 'kitten'))] },
    })
  })

  it('keeps them in alternatives of alternatives', () => {
    const response = {
      anyOf: [{ oneOf: [pet(kinds('cat', 'kitten')), pet({ const: 'dog' })] }, pet(kinds('bird', 'hen'))],
      discriminator: { propertyName },
    }
    expect(inResponse(response)).toMatchObject({
      anyOf: [
        { oneOf: [openedPet(kinds('cat', 'kitten')), openedPet({ const: 'dog' })] },
        openedPet(kinds('bird', 'hen')),
      ],
    })
  })

  it('is none where nothing names it', () => {
    expect(inResponse(pet(kinds('cat', 'dog')))).toEqual(
      openedPet({ type: 'string', [KNOWN_VALUES]: ['cat', 'dog'] }),
    )
  })
})

const thingWith = (status: string): JsonObject => ({ type: 'object', properties: { status: ref(status) } })

describe('a component', () => {
  const schemas = { Status: closed, Thing: thingWith('Status') }

  it('has one of its own for responses, and stays as it is in requests', () => {
    const model = tolerant(documentWith(ref('Thing'), ref('Thing'), schemas))
    expect(Object.entries(schemasOf(model))).toEqual([
      ['Status', closed],
      ['StatusInResponse', { ...open, description: REMARK }],
      ['Thing', thingWith('Status')],
      ['ThingInResponse', { ...thingWith('StatusInResponse'), description: REMARK }],
    ])
    expect(model.operations[0]).toMatchObject({
      bodyAlias: { target: 'Thing' },
      responseAlias: { target: 'ThingInResponse' },
    })
  })

  it('has one for both reasons where there are two', () => {
    const Both = { type: 'object', required: ['a'], properties: { a: { writeOnly: true }, b: closed } }
    const { BothInResponse } = schemasOf(tolerant(documentWith(true, ref('Both'), { Both })))
    expect(BothInResponse).toEqual({
      type: 'object',
      properties: { a: { writeOnly: true }, b: open },
      description:
        'As in responses, where write-only properties may be absent and enums may have values that are not listed.',
    })
  })

  it('is the same object, and so is the document, unless unknown values are tolerated', () => {
    const document = documentWith(ref('Thing'), ref('Thing'), schemas)
    expect(modelOf(document).document).toBe(document)
    expect(modelOf(document, { unknownEnumValues: 'refuse' }).document).toBe(document)
    const requests = documentWith(ref('Thing'), true, schemas)
    expect(tolerant(requests).document).toBe(requests)
  })
})

const response = (schema: JsonValue, headers: JsonObject = {}) => ({
  description: '',
  headers,
  ...json(schema),
})

describe('open is', () => {
  it('what any response has, errors among them, in its header fields, too', () => {
    const document = documentOf({
      paths: {
        '/a': {
          parameters: [{ name: 'q', in: 'query', schema: closed }],
          get: {
            operationId: 'get',
            responses: {
              200: response(true, { A: { schema: closed }, B: { $ref: '#/components/headers/B' } }),
              '4XX': response(closed),
              default: { $ref: '#/components/responses/Failed' },
            },
          },
        },
      },
      components: {
        headers: { B: json(closed) },
        responses: { Failed: response(closed, { C: { schema: closed } }) },
      },
    })
    expect(tolerant(document).document).toEqual(
      documentOf({
        paths: {
          '/a': {
            parameters: [{ name: 'q', in: 'query', schema: closed }],
            get: {
              operationId: 'get',
              responses: {
                200: response(true, { A: { schema: open }, B: { $ref: '#/components/headers/B' } }),
                '4XX': response(open),
                default: { $ref: '#/components/responses/Failed' },
              },
            },
          },
        },
        components: {
          headers: { B: json(open) },
          responses: { Failed: response(open, { C: { schema: open } }) },
          schemas: {},
        },
      }),
    )
  })

  it('what webhooks and callbacks bring, but not what is answered to them', () => {
    const event = {
      post: {
        operationId: 'event',
        requestBody: json(ref('Status')),
        responses: { 200: response(ref('Status')) },
      },
    }
    const called = { post: { ...event.post, operationId: 'called' } }
    const caller = {
      operationId: 'subscribe',
      callbacks: { done: { '{$request.query.url}': called } },
      responses: {},
    }
    const model = tolerant(
      documentOf({
        paths: { '/a': { get: caller } },
        webhooks: { event },
        components: { schemas: { Status: closed } },
      }),
    )
    expect(Object.keys(schemasOf(model))).toEqual(['Status', 'StatusInWebhook'])
    expect(schemasOf(model)['StatusInWebhook']).toMatchObject({
      description: 'As in webhooks, where enums may have values that are not listed.',
    })
    expect(model.webhooks).toMatchObject(
      ['event', 'called'].map((id) => ({
        id,
        bodyAlias: { target: 'StatusInWebhook' },
        responseAlias: { target: 'Status' },
      })),
    )
  })

  it('no request that operations and webhooks share', () => {
    const body = { $ref: '#/components/requestBodies/A' }
    const document = documentOf({
      paths: { '/a': { post: { operationId: 'post', requestBody: body, responses: {} } } },
      webhooks: { event: { post: { operationId: 'event', requestBody: body, responses: {} } } },
      components: { requestBodies: { A: json(closed) } },
    })
    expect(tolerant(document).document).toBe(document)
  })
})
