import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../scripts/src/json.js'
import { buildModel } from '../../../scripts/src/model/index.js'
import { documentOf, modelOf, problemsOf, readSchema, schemasDocument } from './read-model.js'

const string = { type: ['string'] }

describe('reading a schema', () => {
  it.each<readonly [given: JsonValue, want: unknown]>([
    [true, { boolean: true }],
    [false, { boolean: false }],
    [{}, {}],
    [{ type: 'string' }, { type: ['string'] }],
    [{ type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [{ type: ['string', 'string'] }, { type: ['string'] }],
    [{ enum: ['a', 1, null, [], { b: 1 }] }, { enum: ['a', 1, null, [], { b: 1 }] }],
    [{ enum: [] }, { enum: [] }],
    [{ const: null }, { const: null }],
    [{ const: { __proto__: 1 } }, { const: { __proto__: 1 } }],
    [
      { minimum: -1.5, maximum: 2 },
      { minimum: -1.5, maximum: 2 },
    ],
    [
      { exclusiveMinimum: 0, exclusiveMaximum: 1e300 },
      { exclusiveMinimum: 0, exclusiveMaximum: 1e300 },
    ],
    [{ multipleOf: 0.01 }, { multipleOf: 0.01 }],
    [
      { minLength: 0, maxLength: 54 },
      { minLength: 0, maxLength: 54 },
    ],
    [{ pattern: '^\\p{L}+$' }, { pattern: { source: '^\\p{L}+$', flags: 'u' } }],
    [{ pattern: '^[\\w-.]+$' }, { pattern: { source: '^[\\w-.]+$', flags: '' } }],
    [{ pattern: '' }, { pattern: { source: '', flags: 'u' } }],
    [{ format: 'date-time' }, { format: 'date-time' }],
    [
      { prefixItems: [{ type: 'string' }, true], items: false },
      { prefixItems: [string, { boolean: true }], items: { boolean: false } },
    ],
    [
      { contains: { type: 'string' }, minContains: 0, maxContains: 2 },
      { contains: string, minContains: 0, maxContains: 2 },
    ],
    [
      { minItems: 1, maxItems: 2, uniqueItems: true },
      { minItems: 1, maxItems: 2, uniqueItems: true },
    ],
    [
      { properties: { b: { type: 'string' }, a: true }, required: ['a', 'c', 'a'] },
      {
        properties: [
          { name: 'b', schema: string },
          { name: 'a', schema: { boolean: true } },
        ],
        required: ['a', 'c'],
      },
    ],
    [
      JSON.parse('{ "properties": { "__proto__": true, "constructor": true } }'),
      {
        properties: [
          { name: '__proto__', schema: { boolean: true } },
          { name: 'constructor', schema: { boolean: true } },
        ],
      },
    ],
    [
      { patternProperties: { '^x-': { type: 'string' } } },
      { patternProperties: [{ pattern: { source: '^x-', flags: 'u' }, schema: string }] },
    ],
    [{ additionalProperties: false }, { additionalProperties: { boolean: false } }],
    [{ propertyNames: { maxLength: 3 } }, { propertyNames: { maxLength: 3 } }],
    [
      { minProperties: 1, maxProperties: 2 },
      { minProperties: 1, maxProperties: 2 },
    ],
    [
      { dependentRequired: { a: ['b', 'c'], d: [] } },
      {
        dependentRequired: [
          { name: 'a', required: ['b', 'c'] },
          { name: 'd', required: [] },
        ],
      },
    ],
    [{ dependentSchemas: { a: { type: 'string' } } }, { dependentSchemas: [{ name: 'a', schema: string }] }],
    [
      { allOf: [true], anyOf: [{ type: 'string' }], oneOf: [false], not: {} },
      { allOf: [{ boolean: true }], anyOf: [string], oneOf: [{ boolean: false }], not: {} },
    ],
    [{ $ref: '#/components/schemas/Other' }, { ref: { name: 'Other' } }],
    [
      { $ref: '#/components/schemas/Other', minLength: 1 },
      { ref: { name: 'Other' }, minLength: 1 },
    ],
    [
      { contentEncoding: 'base64', contentMediaType: 'application/json', contentSchema: { type: 'string' } },
      { contentEncoding: 'base64', contentMediaType: 'application/json', contentSchema: string },
    ],
    [
      {
        title: 'T',
        description: 'D',
        default: [],
        examples: [1],
        deprecated: true,
        readOnly: true,
        writeOnly: false,
      },
      {
        title: 'T',
        description: 'D',
        default: [],
        examples: [1],
        deprecated: true,
        readOnly: true,
        writeOnly: false,
      },
    ],
    // What does not change what is valid is left out.
    [
      {
        $comment: '',
        $schema: 'https://json-schema.org/draft/2020-12/schema#',
        $defs: { a: { $recursiveRef: '#' } },
        discriminator: { propertyName: 'kind' },
        example: 1,
        externalDocs: { url: 'https://example.com' },
        'x-anything': 1,
        xml: {},
        constructor: 1,
      },
      {},
    ],
  ])('%j', (given, want) => {
    expect(readSchema(given)).toEqual(want)
  })

  it('knows where each schema was moved from, if it was', () => {
    const document = schemasDocument({ It: { items: true, not: {} } })
    const { schemas } = buildModel(
      document,
      () => undefined,
      (pointer) => (pointer.endsWith('/items') ? 'https://x.test/#/a' : undefined),
    )
    expect(schemas[0]?.schema).toEqual({
      pointer: '/components/schemas/It',
      items: { pointer: '/components/schemas/It/items', location: 'https://x.test/#/a', boolean: true },
      not: { pointer: '/components/schemas/It/not' },
    })
  })

  it('knows the place of every schema', () => {
    const [{ schema } = { schema: undefined }] = modelOf(
      schemasDocument({ It: { properties: { 'a/b~c': { items: { anyOf: [{}, { not: true }] } } } } }),
    ).schemas
    const items = schema?.properties?.[0]?.schema.items
    expect(schema?.pointer).toBe('/components/schemas/It')
    expect(items?.anyOf?.[1]?.not?.pointer).toBe(
      '/components/schemas/It/properties/a~1b~0c/items/anyOf/1/not',
    )
  })
})

describe('a schema that is wrong', () => {
  it.each<readonly [given: JsonValue, pointer: string, message: string]>([
    ['string', '', '"It" must be a schema: an object, or true or false, found "string"'],
    [null, '', '"It" must be a schema: an object, or true or false, found null'],
    [[], '', '"It" must be a schema: an object, or true or false, found an empty array'],
    [{ items: [{}] }, '/items', '"items" must be a schema: an object, or true or false, found an array'],
    [
      { type: 'str' },
      '/type',
      '"type" must be one of null, boolean, object, array, number, integer, string, or an array of them, found "str"',
    ],
    [
      { type: [] },
      '/type',
      '"type" must be one of null, boolean, object, array, number, integer, string, or an array of them, found an empty array',
    ],
    [
      { type: ['string', 'nil'] },
      '/type/1',
      '"type" must hold names of null, boolean, object, array, number, integer, string only, found "nil"',
    ],
    [{ enum: 'a' }, '/enum', '"enum" must be an array, found "a"'],
    [{ minimum: '0' }, '/minimum', '"minimum" must be a number, found "0"'],
    [{ maximum: '1);alert(1)//' }, '/maximum', '"maximum" must be a number, found "1);alert(1)//"'],
    [{ exclusiveMinimum: true }, '/exclusiveMinimum', '"exclusiveMinimum" must be a number, found true'],
    [{ multipleOf: 0 }, '/multipleOf', '"multipleOf" must be a number above 0, found 0'],
    [{ multipleOf: -1 }, '/multipleOf', '"multipleOf" must be a number above 0, found -1'],
    [{ minLength: 1.5 }, '/minLength', '"minLength" must be a whole number of at least 0, found 1.5'],
    [{ maxItems: -1 }, '/maxItems', '"maxItems" must be a whole number of at least 0, found -1'],
    [
      { maxProperties: '3' },
      '/maxProperties',
      '"maxProperties" must be a whole number of at least 0, found "3"',
    ],
    [{ pattern: '(' }, '/pattern', '"(" is no regular expression of ECMA-262'],
    [{ pattern: 1 }, '/pattern', '"pattern" must be a regular expression, found 1'],
    [
      { patternProperties: { '[': true } },
      '/patternProperties/[',
      '"[" is no regular expression of ECMA-262',
    ],
    [{ format: 1 }, '/format', '"format" must be a string, found 1'],
    [{ uniqueItems: 'yes' }, '/uniqueItems', '"uniqueItems" must be true or false, found "yes"'],
    [{ properties: [] }, '/properties', '"properties" must be an object, found an empty array'],
    [{ properties: { a: 1 } }, '/properties/a', '"a" must be a schema: an object, or true or false, found 1'],
    [{ required: true }, '/required', '"required" must be an array of strings, found true'],
    [{ required: ['a', 1] }, '/required/1', '"1" must be a string, found 1'],
    [{ dependentRequired: { a: 'b' } }, '/dependentRequired/a', '"a" must be an array of strings, found "b"'],
    [{ allOf: [] }, '/allOf', '"allOf" must be an array of schemas, not empty, found an empty array'],
    [{ oneOf: {} }, '/oneOf', '"oneOf" must be an array of schemas, not empty, found an object'],
    [{ $ref: 1 }, '/$ref', '"$ref" must be a string, found 1'],
    [
      { $ref: '#/components/schemas/Gone' },
      '/$ref',
      '"$ref" points at #/components/schemas/Gone, where the document has nothing',
    ],
    [
      { $ref: '#/components/schemas/It/toString' },
      '/$ref',
      '"$ref" points at #/components/schemas/It/toString, where the document has nothing',
    ],
    [{ title: 1 }, '/title', '"title" must be a string, found 1'],
    [{ description: {} }, '/description', '"description" must be a string, found an object'],
    [{ examples: {} }, '/examples', '"examples" must be an array, found an object'],
    [{ deprecated: 'no' }, '/deprecated', '"deprecated" must be true or false, found "no"'],
  ])('%j', (given, pointer, message) => {
    expect(problemsOf(schemasDocument({ It: given }))).toEqual([
      `#/components/schemas/It${pointer} error: ${message}`,
    ])
  })

  it('shows no more of a long value than helps', () => {
    expect(problemsOf(schemasDocument({ It: { minimum: 'x'.repeat(1000) } }))).toEqual([
      `#/components/schemas/It/minimum error: "minimum" must be a number, found "${'x'.repeat(59)}…`,
    ])
  })

  it('is reported once, however often it is read', () => {
    const A = { $defs: { b: { $recursiveRef: '#' } }, allOf: [{ $ref: '#/components/schemas/A/$defs/b' }] }
    const parameter = { $ref: '#/components/parameters/Bad' }
    const document = documentOf({
      paths: {
        '/a': { get: { operationId: 'a', parameters: [parameter] } },
        '/b': { get: { operationId: 'b', parameters: [parameter] } },
      },
      components: {
        schemas: {
          A,
          B: { allOf: [{ not: { minimum: '' } }] },
          C: { $ref: '#/components/schemas/B/allOf/0' },
        },
        parameters: { Bad: { name: 'bad', in: 'cookie', style: 'simple', schema: true } },
      },
    })
    expect(problemsOf(document)).toEqual([
      '#/components/schemas/B/allOf/0/not/minimum error: "minimum" must be a number, found ""',
      '#/components/parameters/Bad/style error: "style" must be form in a cookie, found "simple"',
      '#/components/schemas/A/$defs/b/$recursiveRef error: "$recursiveRef" is not yet supported',
    ])
  })

  it('has all its problems reported', () => {
    expect(
      problemsOf(schemasDocument({ It: { minLength: '1', items: { $recursiveRef: '#', pattern: '(' } } })),
    ).toHaveLength(3)
  })
})
