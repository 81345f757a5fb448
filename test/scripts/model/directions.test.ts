import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue, own } from '../../../scripts/src/json.js'
import type { Model } from '../../../scripts/src/model/types.js'
import { valueAt } from '../../../scripts/src/pointer.js'
import { build, documentOf, modelOf } from './read-model.js'

const json = (schema: JsonValue): JsonObject => ({ content: { 'application/json': { schema } } })
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const string = { type: 'string' }
const readOnly = { type: 'string', readOnly: true }
const writeOnly = { type: 'string', writeOnly: true }
const REQUEST = 'As in requests, where read-only properties may be absent.'
const RESPONSE = 'As in responses, where write-only properties may be absent.'

/** A document with one operation that takes and returns these bodies. */
function documentWith(body: JsonValue, response: JsonValue, schemas: JsonObject): JsonObject {
  const responses = { 200: { description: '', ...json(response) } }
  const post = { operationId: 'post', requestBody: json(body), responses }
  return documentOf({ paths: { '/a': { post } }, components: { schemas } })
}

const User = {
  type: 'object',
  required: ['id', 'name', 'password'],
  properties: { id: readOnly, name: string, password: writeOnly },
}

function schemasOf({ document }: Model): JsonObject {
  const components = own(document, 'components')
  const schemas = isJsonObject(components) ? own(components, 'schemas') : undefined
  return isJsonObject(schemas) ? schemas : {}
}

/** The schema of a request's body, once the document is described by direction. */
function inRequest(body: JsonValue, schemas: JsonObject = {}): unknown {
  const { document } = modelOf(documentWith(body, true, schemas))
  return valueAt(document, '/paths/~1a/post/requestBody/content/application~1json/schema')
}

describe('a component that requires what a direction need not have', () => {
  const model = modelOf(documentWith(ref('User'), ref('User'), { Other: true, User, Last: true }))

  it('has one of its own for that direction, behind it', () => {
    expect(Object.entries(schemasOf(model))).toEqual([
      ['Other', true],
      ['User', User],
      ['UserInRequest', { ...User, required: ['name', 'password'], description: REQUEST }],
      ['UserInResponse', { ...User, required: ['id', 'name'], description: RESPONSE }],
      ['Last', true],
    ])
  })

  it('is what the operation takes and returns', () => {
    expect(model.operations[0]).toMatchObject({
      bodyAlias: { name: 'PostBody', target: 'UserInRequest' },
      responseAlias: { name: 'PostResponse', target: 'UserInResponse' },
    })
  })

  it('says where it comes from', () => {
    const schemas = new Map(model.schemas.map(({ name, schema }) => [name, schema]))
    expect(schemas.get('UserInRequest')).toMatchObject({ location: '#/components/schemas/User' })
    expect(schemas.get('User')).not.toHaveProperty('location')
  })
})

describe('of a schema in a request', () => {
  const properties = { id: readOnly, name: string }
  const schemas = { Id: string, ReadOnlyId: readOnly, Base: { properties } }

  it.each<readonly [name: string, given: JsonValue, want: JsonValue]>([
    ['the list is shorter', { required: ['id', 'name'], properties }, { required: ['name'], properties }],
    ['an empty list is left out', { required: ['id'], properties }, { properties }],
    [
      'what is marked by a reference counts',
      { required: ['id'], properties: { id: ref('ReadOnlyId') } },
      { properties: { id: ref('ReadOnlyId') } },
    ],
    [
      'what is marked beside a reference counts',
      { required: ['id'], properties: { id: { ...ref('Id'), readOnly: true } } },
      { properties: { id: { ...ref('Id'), readOnly: true } } },
    ],
    [
      'what is marked in allOf counts',
      { required: ['id'], properties: { id: { allOf: [ref('Id'), { readOnly: true }] } } },
      { properties: { id: { allOf: [ref('Id'), { readOnly: true }] } } },
    ],
    [
      'all that holds together is one',
      { allOf: [{ properties }, { required: ['id', 'name'] }] },
      { allOf: [{ properties }, { required: ['name'] }] },
    ],
    ['what a reference beside the list describes counts', { ...ref('Base'), required: ['id'] }, ref('Base')],
    [
      'everything inside is a schema in a request',
      { properties: { a: { items: { required: ['id'], properties } } } },
      { properties: { a: { items: { properties } } } },
    ],
    [
      'each alternative is',
      { oneOf: [{ required: ['id', 'name'], properties }, { type: 'null' }] },
      { oneOf: [{ required: ['name'], properties }, { type: 'null' }] },
    ],
    ...['additionalProperties', 'items', 'contains', 'then', 'else', 'unevaluatedProperties'].map(
      (keyword): readonly [string, JsonValue, JsonValue] => [
        `${keyword} is`,
        { if: true, [keyword]: { required: ['id'], properties } },
        { if: true, [keyword]: { properties } },
      ],
    ),
    ...['prefixItems', 'anyOf', 'allOf'].map((keyword): readonly [string, JsonValue, JsonValue] => [
      `each of ${keyword} is`,
      { [keyword]: [{ required: ['id'], properties }] },
      { [keyword]: [{ properties }] },
    ]),
    ...['patternProperties', 'dependentSchemas'].map((keyword): readonly [string, JsonValue, JsonValue] => [
      `each of ${keyword} is`,
      { [keyword]: { a: { required: ['id'], properties } } },
      { [keyword]: { a: { properties } } },
    ]),
    [
      'names like those of a prototype are names like others',
      JSON.parse('{"required":["__proto__","constructor"],"properties":{"__proto__":{"readOnly":true}}}'),
      JSON.parse('{"required":["constructor"],"properties":{"__proto__":{"readOnly":true}}}'),
    ],
  ])('%s', (_, given, want) => {
    expect(inRequest(given, schemas)).toEqual(want)
  })

  it.each<readonly [name: string, schema: JsonValue]>([
    ['what is not required is not concerned', { required: ['name'], properties }],
    ['what is write-only is required', { required: ['id'], properties: { id: writeOnly } }],
    ['readOnly: false marks nothing', { required: ['id'], properties: { id: { readOnly: false } } }],
    [
      'a mark on the object itself says nothing of its properties',
      { ...User, properties: {}, readOnly: true },
    ],
    [
      'what tells alternatives apart stays',
      { properties, anyOf: [{ required: ['id'] }, { required: ['b'] }] },
    ],
    ...['not', 'if', 'propertyNames'].map((keyword): readonly [string, JsonValue] => [
      `${keyword} stays`,
      { [keyword]: { required: ['id'], properties } },
    ]),
    ['a default that looks like a schema stays', { default: { required: ['id'], properties } }],
    [
      'a property that is called required stays',
      { properties: { required: { enum: [['id']] }, id: readOnly } },
    ],
  ])('%s', (_, schema) => {
    expect(inRequest(schema, schemas)).toEqual(schema)
  })
})

describe('references between schemas', () => {
  it('lead to those for the direction wherever these differ, in circles too', () => {
    const Node = { properties: { next: ref('Node'), user: ref('User'), plain: ref('Plain') } }
    const Plain = { properties: { name: string } }
    const List = { type: 'array', items: ref('Node') }
    const schemas = schemasOf(modelOf(documentWith(ref('List'), ref('Plain'), { List, Node, Plain, User })))
    expect(Object.keys(schemas)).toEqual([
      'List',
      'ListInRequest',
      'Node',
      'NodeInRequest',
      'Plain',
      'User',
      'UserInRequest',
    ])
    expect(schemas['ListInRequest']).toEqual({ ...List, items: ref('NodeInRequest'), description: REQUEST })
    expect(schemas['NodeInRequest']).toEqual({
      properties: { next: ref('NodeInRequest'), user: ref('UserInRequest'), plain: ref('Plain') },
      description: REQUEST,
    })
  })

  it('that refer to nothing but one another end', () => {
    const schemas = { A: { properties: { a: ref('B') } }, B: { properties: { b: ref('A') } }, User }
    expect(Object.keys(schemasOf(modelOf(documentWith(ref('A'), true, schemas))))).toEqual(['A', 'B', 'User'])
  })

  it('may lead anywhere in the document', () => {
    const document = {
      ...documentWith({ $ref: '#/x-schemas/user%20one' }, true, {}),
      'x-schemas': { 'user one': User },
    }
    expect(schemasOf(modelOf(document))).toEqual({
      'XSchemas-UserOneInRequest': { ...User, required: ['name', 'password'], description: REQUEST },
    })
  })

  it('keep telling alternatives apart', () => {
    const kind = { type: 'string' }
    const Cat = { ...User, properties: { ...User.properties, kind } }
    const Pet = {
      oneOf: [ref('Cat'), ref('Dog')],
      discriminator: {
        propertyName: 'kind',
        mapping: { tom: '#/components/schemas/Cat', rex: '#/components/schemas/Dog' },
      },
    }
    const schemas = schemasOf(
      modelOf(documentWith(ref('Pet'), true, { Pet, Cat, Dog: { properties: { kind } } })),
    )
    expect(schemas['PetInRequest']).toEqual({
      oneOf: [ref('CatInRequest'), ref('Dog')],
      discriminator: {
        propertyName: 'kind',
        mapping: {
          tom: '#/components/schemas/CatInRequest',
          Dog: '#/components/schemas/Dog',
          rex: '#/components/schemas/Dog',
          Cat: '#/components/schemas/CatInRequest',
        },
      },
      description: REQUEST,
    })
  })
})

describe('the document', () => {
  it.each<readonly [name: string, document: JsonObject]>([
    [
      'without marks',
      documentWith(ref('A'), ref('A'), { A: { required: ['a'], properties: { a: string } } }),
    ],
    [
      'whose marks concern no list',
      documentWith(ref('A'), ref('A'), { A: { properties: { id: readOnly } } }),
    ],
    ['whose bodies need none of it', documentWith(true, true, { User })],
    [
      'in which the other direction is concerned',
      documentWith(true, ref('A'), { A: { required: ['id'], properties: { id: readOnly } } }),
    ],
  ])('%s stays the same object', (_, document) => {
    expect(modelOf(document).document).toBe(document)
  })

  it('keeps bodies and responses that are components in their place', () => {
    const document = documentOf({
      paths: {
        '/a': {
          post: {
            operationId: 'post',
            requestBody: { $ref: '#/components/requestBodies/A' },
            responses: { 200: { $ref: '#/components/responses/A' }, 'x-not': json(ref('User')) },
          },
        },
      },
      components: {
        schemas: { User },
        requestBodies: { A: json(ref('User')) },
        responses: { A: { description: '', ...json({ items: ref('User') }) } },
      },
    })
    expect(modelOf(document).document['components']).toMatchObject({
      requestBodies: { A: json(ref('UserInRequest')) },
      responses: { A: json({ items: ref('UserInResponse') }) },
    })
  })

  it('gives a schema another name where the document has that already, which is reported at its origin', () => {
    const { model, diagnostics } = build(documentWith(ref('User'), true, { User, UserInRequest: true }))
    expect(Object.keys(schemasOf(model))).toEqual(['User', 'UserInRequest_', 'UserInRequest'])
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 'warning',
        pointer: '/components/schemas/User',
        message: expect.stringMatching(
          /^The name UserInRequest is taken by #\/components\/schemas\/UserInRequest, so/,
        ),
      }),
    ])
  })

  it('has its problems reported once, where they are', () => {
    const { diagnostics } = build(
      documentWith(ref('User'), ref('User'), { User: { ...User, minLength: -1 } }),
    )
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(['/components/schemas/User/minLength'])
  })
})
