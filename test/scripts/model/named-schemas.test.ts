import { describe, expect, it } from 'vitest'
import { documentOf, modelOf, operationDocument, schemasDocument, withoutPointers } from './read-model.js'

describe('named schemas', () => {
  it('are the components, in document order', () => {
    const model = modelOf(schemasDocument({ Zebra: true, 'apple-tree': { type: 'string' } }))
    expect(model.schemas).toEqual([
      {
        name: 'Zebra',
        variable: 'zebra',
        file: 'zebra',
        kind: 'component',
        key: 'Zebra',
        pointer: '/components/schemas/Zebra',
        schema: { pointer: '/components/schemas/Zebra', boolean: true },
      },
      {
        name: 'AppleTree',
        variable: 'appleTree',
        file: 'apple-tree',
        kind: 'component',
        key: 'apple-tree',
        pointer: '/components/schemas/apple-tree',
        schema: { pointer: '/components/schemas/apple-tree', type: ['string'] },
      },
    ])
  })

  it.each<readonly [reference: string, name: string]>([
    ['#/components/schemas/A/properties/the-child', 'ATheChild'],
    ['#/components/schemas/A/properties/the-child/items', 'ATheChildItems'],
    ['#/components/schemas/A/$defs/inner', 'ADefsInner'],
    ['#/components/schemas/A/%24defs/inner', 'ADefsInner'],
    ['#/components/schemas/A/allOf/0', 'AAllOf0'],
    ['#/components/parameters/Limit/schema', 'ComponentsParametersLimitSchema'],
    [
      '#/paths/~1things/post/requestBody/content/application~1json/schema',
      'PathsThingsPostRequestBodyContentApplicationJsonSchema',
    ],
    ['#/paths/~1things', 'PathsThings'],
    ['#', 'Document'],
  ])('are what %s points at', (reference, name) => {
    const A = {
      properties: { 'the-child': { items: true }, it: { $ref: reference } },
      $defs: { inner: { type: 'string' } },
      allOf: [true],
    }
    const model = modelOf(
      operationDocument(
        { requestBody: { content: { 'application/json': { schema: true } } } },
        { components: { schemas: { A }, parameters: { Limit: { schema: { type: 'integer' } } } } },
      ),
    )
    const target = model.schemas.find(({ kind }) => kind === 'target')
    expect(target).toMatchObject({ name, variable: expect.any(String) })
    expect(model.schemas[0]?.schema.properties?.[1]?.schema.ref).toEqual({ name, pointer: target?.pointer })
  })

  it('are targets of targets', () => {
    const model = modelOf(
      schemasDocument({
        A: { $ref: '#/components/schemas/B/$defs/one' },
        B: {
          $defs: {
            one: { $ref: '#/components/schemas/B/$defs/two' },
            two: { type: 'null' },
            unused: { if: true },
          },
        },
      }),
    )
    expect(model.schemas.map(({ name, schema }) => [name, withoutPointers(schema)])).toEqual([
      ['A', { ref: { name: 'BDefsOne' } }],
      ['B', {}],
      ['BDefsOne', { ref: { name: 'BDefsTwo' } }],
      ['BDefsTwo', { type: ['null'] }],
    ])
  })

  it('are one for all ways to write a reference', () => {
    const model = modelOf(
      schemasDocument({
        'a b': true,
        It: { anyOf: [{ $ref: '#/components/schemas/a%20b' }, { $ref: '#/components/schemas/a b' }] },
      }),
    )
    expect(model.schemas.map(({ name }) => name)).toEqual(['AB', 'It'])
  })
})

it('the document itself says what it is called and where it is served', () => {
  const document = documentOf({
    info: { title: 'Title', version: '1.2', description: 'Text' },
    servers: [
      { url: 'https://api.example.com/v1' },
      {
        url: 'https://{region}.example.com/{base}',
        variables: { region: { default: 'eu', enum: ['eu', 'us'] }, base: { default: 'v2' } },
      },
      { url: '/relative' },
    ],
  })
  expect(modelOf(document)).toEqual({
    title: 'Title',
    version: '1.2',
    description: 'Text',
    serverTemplates: [
      { url: 'https://api.example.com/v1', variables: [] },
      {
        url: 'https://{region}.example.com/{base}',
        variables: [
          { name: 'region', default: 'eu', enum: ['eu', 'us'] },
          { name: 'base', default: 'v2' },
        ],
      },
      { url: '/relative', variables: [] },
    ],
    servers: ['https://api.example.com/v1', 'https://eu.example.com/v2', '/relative'],
    schemas: [],
    operations: [],
    webhooks: [],
    securitySchemes: [],
    document,
  })
})
