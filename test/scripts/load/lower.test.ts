import { describe, expect, it } from 'vitest'
import { lines, loadObject, openApi, withSchemas } from './project.js'

const ref = { $ref: '#/components/schemas/T' }

describe.each([
  [
    'OpenAPI 3.0',
    '3.0.3',
    [
      ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
      ['not nullable', { type: 'string', nullable: false }, { type: 'string' }],
      [
        'nullable with an enum',
        { type: 'string', enum: ['a'], nullable: true },
        { type: ['string', 'null'], enum: ['a', null] },
      ],
      [
        'nullable with an enum that has null',
        { type: 'string', enum: ['a', null], nullable: true },
        { type: ['string', 'null'], enum: ['a', null] },
      ],
      [
        'a nullable reference, by allOf',
        { allOf: [ref], nullable: true, description: 'd' },
        { anyOf: [ref, { type: 'null' }], description: 'd' },
      ],
      [
        'a nullable reference, by oneOf',
        { oneOf: [ref], nullable: true },
        { anyOf: [ref, { type: 'null' }] },
      ],
      [
        'a nullable reference, by anyOf',
        { anyOf: [ref], nullable: true },
        { anyOf: [ref, { type: 'null' }] },
      ],
      [
        'a nullable reference with a type',
        { type: 'object', allOf: [ref], nullable: true },
        { type: ['object', 'null'], anyOf: [ref, { type: 'null' }] },
      ],
      [
        'nullable beside several schemas',
        { type: 'object', allOf: [ref, {}], nullable: true },
        { type: ['object', 'null'], allOf: [ref, {}] },
      ],
      [
        'nullable beside two keywords of one schema',
        { type: 'object', allOf: [ref], anyOf: [{}], nullable: true },
        { type: ['object', 'null'], allOf: [ref], anyOf: [{}] },
      ],
      ['a nullable enum without a type', { enum: ['a'], nullable: true }, { enum: ['a', null] }],
      [
        'a nullable choice, by anyOf',
        { anyOf: [ref, { type: 'string' }], nullable: true, description: 'd' },
        { anyOf: [ref, { type: 'string' }, { type: 'null' }], description: 'd' },
      ],
      [
        'a nullable choice, by oneOf',
        { oneOf: [ref, {}], nullable: true },
        { anyOf: [{ oneOf: [ref, {}] }, { type: 'null' }] },
      ],
      [
        'nullable beside several schemas without a type',
        { allOf: [ref, {}], nullable: true },
        { anyOf: [{ allOf: [ref, {}] }, { type: 'null' }] },
      ],
      ...['anyOf', 'oneOf'].map((keyword): [string, object, object] => [
        `a nullable choice that a property makes, by ${keyword}`,
        { [keyword]: [ref], discriminator: { propertyName: 'p' }, nullable: true },
        { anyOf: [{ [keyword]: [ref], discriminator: { propertyName: 'p' } }, { type: 'null' }] },
      ]),
      ['a reference that is not nullable', { allOf: [ref], nullable: false }, { allOf: [ref] }],
      [
        'exclusive bounds',
        { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
        { exclusiveMinimum: 1, exclusiveMaximum: 2 },
      ],
      ['inclusive bounds', { minimum: 1, exclusiveMinimum: false, maximum: 2 }, { minimum: 1, maximum: 2 }],
      ['an example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
      ['an example that is null', { example: null }, { examples: [null] }],
      ['an extension', { 'x-a': { nullable: true, example: 1 } }, { 'x-a': { nullable: true, example: 1 } }],
      [
        'plain data',
        { default: { nullable: true }, enum: [{ example: 1 }] },
        { default: { nullable: true }, enum: [{ example: 1 }] },
      ],
      [
        'schemas inside',
        { properties: { nullable: { items: { type: 'string', nullable: true } } } },
        { properties: { nullable: { items: { type: ['string', 'null'] } } } },
      ],
    ],
  ],
  [
    'OpenAPI 3.1',
    '3.1.0',
    [
      ['an example', { example: 1 }, { examples: [1] }],
      ['an example beside examples', { example: 1, examples: [2] }, { examples: [1, 2] }],
      [
        'its own keywords',
        {
          type: ['string', 'null'],
          const: 'a',
          exclusiveMinimum: 1,
          prefixItems: [true],
          $defs: { a: false },
        },
        {
          type: ['string', 'null'],
          const: 'a',
          exclusiveMinimum: 1,
          prefixItems: [true],
          $defs: { a: false },
        },
      ],
    ],
  ],
] as const)('%s', (_, version, rows) => {
  it.each<readonly [string, object, object]>(rows)('%s', async (__, schema, want) => {
    const { document, diagnostics } = await loadObject(withSchemas(version, { S: schema, T: {} }))
    expect(document['components']).toEqual({ schemas: { S: want, T: {} } })
    expect(diagnostics).toEqual([])
  })
})

it.each<readonly [schema: object, want: object]>([
  [{ type: 'null' }, { type: 'null' }],
  [{ type: ['string', 'null'] }, { type: ['string', 'null'] }],
  [{ type: ['string', 'null'], nullable: true }, { type: ['string', 'null'] }],
  [{ type: ['string', 'integer'], nullable: true }, { type: ['string', 'integer', 'null'] }],
])('OpenAPI 3.0 with types of 3.1: %j', async (schema, want) => {
  const { document } = await loadObject(withSchemas('3.0.3', { S: schema }))
  expect(document['components']).toEqual({ schemas: { S: want } })
})

describe('what has no effect is left out, with a warning', () => {
  it.each([
    [
      '3.0.3',
      'nullable',
      { nullable: true },
      {},
      '`nullable` has no effect without `type` (OpenAPI 3.0.3, 4.7.24.1) | Add `type`, or put the schema alone into an `allOf` beside `nullable`.',
    ],
    [
      '3.0.3',
      'nullable',
      { nullable: true, anyOf: [{}], oneOf: [{}] },
      { anyOf: [{}], oneOf: [{}] },
      '`nullable` has no effect without `type` (OpenAPI 3.0.3, 4.7.24.1) | Add `type`, or put the schema alone into an `allOf` beside `nullable`.',
    ],
    [
      '3.0.3',
      'exclusiveMinimum',
      { exclusiveMinimum: true },
      {},
      '`exclusiveMinimum` has no effect without `minimum` | Add `minimum`.',
    ],
    [
      '3.0.3',
      'exclusiveMaximum',
      { exclusiveMaximum: true },
      {},
      '`exclusiveMaximum` has no effect without `maximum` | Add `maximum`.',
    ],
    [
      '3.0.3',
      'const',
      { const: 1 },
      {},
      '`const` is no keyword of OpenAPI 3.0 and has no effect | OpenAPI 3.0 has no `const`: write an `enum` of one value.',
    ],
    [
      '3.0.3',
      'patternProperties',
      { patternProperties: { '(': 1 } },
      {},
      '`patternProperties` is no keyword of OpenAPI 3.0 and has no effect | OpenAPI 3.0 has no `patternProperties`: use OpenAPI 3.1, or `additionalProperties`.',
    ],
    [
      '3.1.0',
      'nullable',
      { type: 'string', nullable: true },
      { type: 'string' },
      "`nullable` is no keyword of OpenAPI 3.1 and has no effect | OpenAPI 3.1 has no `nullable`: add `'null'` to `type`, as in `type: [string, 'null']`.",
    ],
    [
      '3.1.0',
      'additionalItems',
      { additionalItems: {} },
      {},
      '`additionalItems` is no keyword of OpenAPI 3.1 and has no effect | Use `prefixItems` with `items`.',
    ],
    [
      '3.1.0',
      'propertys',
      { propertys: {} },
      {},
      '`propertys` is no keyword of OpenAPI 3.1 and has no effect | Did you mean `properties`?',
    ],
    [
      '3.1.0',
      'whatever',
      { whatever: { $ref: 'http://x' } },
      {},
      '`whatever` is no keyword of OpenAPI 3.1 and has no effect | Remove it, or begin its name with `x-`.',
    ],
  ])('%s: %s in %j', async (version, keyword, schema, want, message) => {
    const { document, diagnostics } = await loadObject(withSchemas(version, { S: schema }))
    expect(document['components']).toEqual({ schemas: { S: want } })
    expect(lines(diagnostics)).toEqual([`#/components/schemas/S/${keyword} warning: ${message}`])
  })
})

describe('the version', () => {
  it.each([
    ['3.0.0', '3.1.0'],
    ['3.0.4', '3.1.0'],
    ['3.0', '3.1.0'],
    ['3.0.0-rc1', '3.1.0'],
    ['3.1', '3.1.0'],
    ['3.1.0', '3.1.0'],
    ['3.1.1', '3.1.1'],
  ])('%s becomes %s', async (given, want) => {
    expect((await loadObject(openApi(given))).document).toEqual(openApi(want))
  })
})

it('leaves out fields of other objects that have no effect, too', async () => {
  const get = { operationId: 'a', responses: { 200: { description: 'd', foo: { $ref: '/etc/passwd' } } } }
  const { document } = await loadObject(openApi('3.1.0', { paths: { '/a': { get, gett: get } }, bar: 1 }))
  expect(document).toEqual(
    openApi('3.1.0', { paths: { '/a': { get: { ...get, responses: { 200: { description: 'd' } } } } } }),
  )
})

it('leaves the examples of parameters and media types alone', async () => {
  const parameters = [{ name: 'p', in: 'query', schema: { type: 'string' }, example: 'e' }]
  const content = { 'application/json': { schema: {}, example: { nullable: true } } }
  const paths = {
    '/a': { get: { operationId: 'a', parameters, responses: { 200: { description: 'd', content } } } },
  }
  expect((await loadObject(openApi('3.0.3', { paths }))).document['paths']).toEqual(paths)
})
