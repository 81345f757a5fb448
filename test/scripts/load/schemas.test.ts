import { describe, expect, it } from 'vitest'
import { errorsOf, HEAD, lines, loadFiles, loadObject, withSchemas } from './project.js'

const COUNT = 'an integer that is not negative'
const TYPES = 'one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`'
const READ_AS_31 =
  'type warning: a `type` of OpenAPI 3.0 is one, and not `null`; this is read as OpenAPI 3.1 means it | Write one type, with `nullable: true` beside it for `null`, or make it a document of OpenAPI 3.1.'
const EVIL = '1); evil('

/** What must be of each keyword, and values that are not. */
const wrong: readonly (readonly [
  version: string,
  keyword: string,
  expected: string,
  ...values: unknown[],
])[] = [
  ['3.1.0', '$comment', 'a string', 1, null],
  ['3.1.0', '$id', 'a string', 1],
  ['3.1.0', '$dynamicRef', 'a string', {}],
  ['3.1.0', '$anchor', 'a name of letters, digits, `-`, `_` and `.`', 1, '', 'a b', '#a', '1a'],
  ['3.1.0', '$dynamicAnchor', 'a name of letters, digits, `-`, `_` and `.`', 'a/b'],
  [
    '3.1.0',
    '$schema',
    'a dialect that is supported',
    1,
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2020-12/schema/x',
  ],
  ['3.1.0', '$vocabulary', 'an object', 1, []],
  ['3.1.0', 'title', 'a string', 1, ['a']],
  ['3.1.0', 'description', 'a string', 1],
  ['3.1.0', 'format', 'a string', 1],
  ['3.1.0', 'contentEncoding', 'a string', 1],
  ['3.1.0', 'contentMediaType', 'a string', 1],
  ['3.1.0', 'deprecated', 'a boolean', 'true', 1],
  ['3.1.0', 'readOnly', 'a boolean', 'true'],
  ['3.1.0', 'writeOnly', 'a boolean', null],
  ['3.1.0', 'uniqueItems', 'a boolean', 'true'],
  ['3.1.0', 'minimum', 'a number', EVIL, '1', null, true, [1]],
  ['3.1.0', 'maximum', 'a number', EVIL, {}],
  ['3.1.0', 'exclusiveMinimum', 'a number', EVIL, true],
  ['3.1.0', 'exclusiveMaximum', 'a number', EVIL, false],
  ['3.1.0', 'multipleOf', 'a number greater than zero', EVIL, 0, -1, '1'],
  ...[
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'minContains',
    'maxContains',
  ].map((keyword) => ['3.1.0', keyword, COUNT, EVIL, -1, 1.5, '1', true] as const),
  ['3.1.0', 'pattern', 'a regular expression (ECMA-262)', 1, '(', '[', '\\', '(?<a', '*'],
  ['3.1.0', 'enum', 'an array', 'a', {}, null],
  ['3.1.0', 'examples', 'an array', 'a', { a: { value: 1 } }],
  ['3.1.0', 'required', 'an array of strings', true, 'x', {}],
  ['3.1.0', 'dependentRequired', 'an object', [], 'x'],
  ['3.1.0', 'type', TYPES, 'evil', 1, null, {}, 'String', 'toString', 'constructor'],
  ['3.1.0', 'type', 'a type, or an array of different types', [], ['string', 'string']],
  ['3.1.0', 'allOf', 'an array that is not empty', []],
  ['3.1.0', 'anyOf', 'an array that is not empty', []],
  ['3.1.0', 'oneOf', 'an array that is not empty', []],
  ['3.1.0', 'prefixItems', 'an array that is not empty', []],
  ...['allOf', 'anyOf', 'oneOf', 'prefixItems'].map(
    (keyword) => ['3.1.0', keyword, 'an array', {}, 'x', true] as const,
  ),
  ...[
    'properties',
    'patternProperties',
    '$defs',
    'definitions',
    'dependentSchemas',
    'discriminator',
    'xml',
    'externalDocs',
  ].map((keyword) => ['3.1.0', keyword, 'an object', [], 'x', true, null] as const),
  ['3.0.3', 'exclusiveMinimum', 'a boolean', 1, EVIL],
  ['3.0.3', 'exclusiveMaximum', 'a boolean', 1, EVIL],
  ['3.0.3', 'nullable', 'a boolean', 'true', 1],
  ['3.0.3', 'type', TYPES, 1, 'evil'],
  ['3.0.3', 'minimum', 'a number', EVIL],
  ['3.0.3', 'required', 'an array of strings', true],
]

const found = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (typeof value === 'string') return `the string ${JSON.stringify(value)}`
  if (typeof value === 'number') return `the number ${value}`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

describe('a keyword of the wrong shape is an error', () => {
  const rows = wrong.flatMap(([version, keyword, expected, ...values]) =>
    values.map((value) => [version, keyword, value, expected] as const),
  )

  it.each(rows)('%s: %s: %j', async (version, keyword, value, expected) => {
    const schemas = { 'a/b': { properties: { p: { [keyword]: value } } } }
    const errors = await errorsOf(loadObject(withSchemas(version, schemas)))
    expect(errors.map((line) => line.split(' | ')[0])).toEqual([
      `#/components/schemas/a~1b/properties/p/${keyword} error: \`${keyword}\` must be ${expected}, found ${found(value)}`,
    ])
  })

  it.each([
    [
      '3.1.0',
      { required: ['a', 1, null] },
      [
        'required/1 error: `required`, `1` must be a string, found the number 1 | Write a string.',
        'required/2 error: `required`, `2` must be a string, found null | Write a string.',
      ],
    ],
    [
      '3.1.0',
      { dependentRequired: { a: 'b', c: [1] } },
      [
        'dependentRequired/a error: `dependentRequired`, `a` must be an array of strings, found the string "b" | Write an array of strings.',
        'dependentRequired/c/0 error: `dependentRequired`, `c`, `0` must be a string, found the number 1 | Write a string.',
      ],
    ],
    [
      '3.1.0',
      { patternProperties: { '(': {}, '^a': {} } },
      [
        'patternProperties/( error: `patternProperties`, "(" must be a regular expression (ECMA-262), found the string "(" | Correct the expression; a literal special character is written with a backslash.',
      ],
    ],
    [
      '3.1.0',
      { type: ['string', 'nul'] },
      [`type/1 error: \`type\`, \`1\` must be ${TYPES}, found the string "nul" | Did you mean \`null\`?`],
    ],
    [
      '3.0.3',
      { type: 'strnig' },
      [`type error: \`type\` must be ${TYPES}, found the string "strnig" | Did you mean \`string\`?`],
    ],
    [
      '3.1.0',
      { $schema: 'x' },
      [
        '$schema error: `$schema` must be a dialect that is supported, found the string "x" | OpenAPI 3.1 and JSON Schema 2020-12 are supported.',
      ],
    ],
    [
      '3.1.0',
      { pattern: 'a'.repeat(80) + '(\u001b\u202e' },
      [
        `pattern error: \`pattern\` must be a regular expression (ECMA-262), found the string "${'a'.repeat(60)}…" | Correct the expression; a literal special character is written with a backslash.`,
      ],
    ],
    [
      '3.1.0',
      { pattern: '(\u001b\u202e\u0085' },
      [
        'pattern error: `pattern` must be a regular expression (ECMA-262), found the string "(\\u001b\\u{202e}\\u{85}" | Correct the expression; a literal special character is written with a backslash.',
      ],
    ],
  ])('%s: %j', async (version, schema, want) => {
    expect(await errorsOf(loadObject(withSchemas(version, { S: schema })))).toEqual(
      want.map((line) => `#/components/schemas/S/${line}`),
    )
  })
})

describe('what is no schema is an error', () => {
  it.each<readonly [version: string, keyword: string, value: unknown, want: string]>([
    ['3.1.0', 'items', [{}], 'a schema must be an object or a boolean, found an array | Use `prefixItems`.'],
    [
      '3.1.0',
      'items',
      'x',
      'a schema must be an object or a boolean, found the string "x" | Write a schema here.',
    ],
    ['3.1.0', 'not', null, 'a schema must be an object or a boolean, found null | Write a schema here.'],
    [
      '3.1.0',
      'additionalProperties',
      'false',
      'a schema must be an object or a boolean, found the string "false" | Write a schema here.',
    ],
    ['3.0.3', 'items', [{}], 'a schema must be an object, found an array | Write a schema here.'],
    ['3.0.3', 'items', true, 'OpenAPI 3.0 has no schema `true` | Write `{}`, or use OpenAPI 3.1.'],
    ['3.0.3', 'not', false, 'OpenAPI 3.0 has no schema `false` | Write `not: {}`, or use OpenAPI 3.1.'],
    ...[
      'if',
      'then',
      'else',
      'contains',
      'propertyNames',
      'unevaluatedItems',
      'unevaluatedProperties',
      'contentSchema',
    ].map(
      (keyword) =>
        [
          '3.1.0',
          keyword,
          1,
          'a schema must be an object or a boolean, found the number 1 | Write a schema here.',
        ] as const,
    ),
  ])('%s: %s: %j', async (version, keyword, value, want) => {
    const errors = await errorsOf(loadObject(withSchemas(version, { S: { [keyword]: value } })))
    expect(errors).toEqual([`#/components/schemas/S/${keyword} error: ${want}`])
  })

  it.each(['properties', 'patternProperties', '$defs', 'dependentSchemas'])('in %s', async (keyword) => {
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', { S: { [keyword]: { a: 1 } } })))
    expect(errors).toEqual([
      `#/components/schemas/S/${keyword}/a error: a schema must be an object or a boolean, found the number 1 | Write a schema here.`,
    ])
  })

  it.each(['allOf', 'anyOf', 'oneOf', 'prefixItems'])('in %s', async (keyword) => {
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', { S: { [keyword]: [{}, []] } })))
    expect(errors).toEqual([
      `#/components/schemas/S/${keyword}/1 error: a schema must be an object or a boolean, found an empty array | Write a schema here.`,
    ])
  })

  it('in OpenAPI 3.0, unless it is additionalProperties', async () => {
    const schemas = { S: { additionalProperties: false, properties: { additionalProperties: true } } }
    expect(await errorsOf(loadObject(withSchemas('3.0.3', schemas)))).toEqual([
      '#/components/schemas/S/properties/additionalProperties error: OpenAPI 3.0 has no schema `true` | Write `{}`, or use OpenAPI 3.1.',
    ])
  })
})

it('accepts every keyword of 2020-12 as it should be', async () => {
  const S = {
    $id: 'https://example.com/s',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $anchor: 'a',
    $dynamicAnchor: 'b',
    $dynamicRef: '#b',
    $comment: 'c',
    $vocabulary: {},
    $defs: { d: true },
    title: 't',
    description: 'd',
    default: null,
    deprecated: true,
    readOnly: false,
    writeOnly: false,
    examples: [1],
    type: ['string', 'null'],
    enum: ['a', null],
    const: 'a',
    format: 'date',
    contentEncoding: 'base64',
    contentMediaType: 'text/plain',
    contentSchema: {},
    minimum: -1.5,
    maximum: 0,
    exclusiveMinimum: 0,
    exclusiveMaximum: 1e10,
    multipleOf: 0.01,
    minLength: 0,
    maxLength: 1,
    pattern: '^\\p{L}+$',
    minItems: 0,
    maxItems: 2,
    uniqueItems: true,
    minContains: 0,
    maxContains: 1,
    contains: {},
    prefixItems: [{}],
    items: false,
    unevaluatedItems: false,
    properties: { a: true },
    patternProperties: { '^\\-$': {}, '^a': {} },
    additionalProperties: false,
    propertyNames: {},
    unevaluatedProperties: {},
    minProperties: 0,
    maxProperties: 1,
    required: [],
    dependentRequired: { a: ['b'] },
    dependentSchemas: { a: {} },
    allOf: [{}],
    anyOf: [{}],
    oneOf: [{}],
    not: false,
    ...Object.fromEntries(['if', 'then', 'else'].map((keyword) => [keyword, {}])),
    'x-anything': 1,
    discriminator: { propertyName: 'a' },
    xml: { name: 'x' },
    externalDocs: { url: 'https://example.com' },
  }
  const { document, diagnostics } = await loadObject(withSchemas('3.1.0', { S }))
  const lowered = new Set(['$id', '$anchor', '$dynamicAnchor', '$dynamicRef', '$vocabulary'])
  const rest = Object.fromEntries(Object.entries(S).filter(([keyword]) => !lowered.has(keyword)))
  expect(document['components']).toEqual({ schemas: { S: { ...rest, $ref: '#/components/schemas/S' } } })
  expect(diagnostics).toEqual([])
})

describe('what cannot be meant is a warning', () => {
  it.each([
    ['3.0.3', { type: 'null' }, READ_AS_31],
    ['3.0.3', { type: ['string', 'null'] }, READ_AS_31],
    [
      '3.0.3',
      { type: 'string', enum: ['a', null] },
      'enum/1 warning: null is never valid: it is not of type "string" | Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    ],
    [
      '3.1.0',
      { required: ['a', 'a'] },
      'required warning: `required` names a property twice | Remove one of the two.',
    ],
    [
      '3.1.0',
      { enum: [] },
      'enum warning: `enum` is empty, so that no value is valid | List the valid values.',
    ],
    [
      '3.0.3',
      { type: 'array' },
      'type warning: OpenAPI 3.0 wants `items` beside the type `array`; without them the items may be anything | Add `items`, if only `items: {}`.',
    ],
    [
      '3.1.0',
      { type: 'string', enum: ['a', 1] },
      'enum/1 warning: the number 1 is never valid: it is not of type "string" | Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    ],
    [
      '3.1.0',
      { type: ['integer', 'null'], enum: [1, null, 1.5] },
      'enum/2 warning: the number 1.5 is never valid: it is not of type "integer" or "null" | Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    ],
    [
      '3.1.0',
      { type: ['array', 'object', 'boolean'], enum: [[], {}, true, null] },
      'enum/3 warning: null is never valid: it is not of type "array" or "object" or "boolean" | Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    ],
    [
      '3.0.3',
      { type: 'number', nullable: true, enum: [1, null, 'a'] },
      'enum/2 warning: the string "a" is never valid: it is not of type "number" or "null" | Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    ],
  ])('%s: %j', async (version, schema, want) => {
    expect(lines((await loadObject(withSchemas(version, { S: schema }))).diagnostics)).toEqual([
      `#/components/schemas/S/${want}`,
    ])
  })
})

it('does not take `nullable` for a type in OpenAPI 3.1', async () => {
  const { diagnostics } = await loadObject(
    withSchemas('3.1.0', { S: { type: 'string', nullable: true, enum: [null] } }),
  )
  expect(diagnostics.map(({ pointer }) => pointer)).toEqual([
    '/components/schemas/S/enum/0',
    '/components/schemas/S/nullable',
  ])
})

describe('a schema that comes back to itself', () => {
  const message =
    'error: the schema comes back to itself without going to a property or item | Checking a value would never end; take the schema out of the circle.'
  const A = { $ref: '#/components/schemas/A' }

  it.each<readonly [by: string, schemas: object, want: readonly string[]]>([
    ['allOf', { A: { allOf: [A] } }, ['A']],
    ['anyOf', { A: { anyOf: [{}, A] } }, ['A']],
    ['oneOf', { A: { oneOf: [{ not: A }] } }, ['A/oneOf/0']],
    ...['if', 'then', 'else'].map((keyword) => [keyword, { A: { [keyword]: A } }, ['A']] as const),
    ['dependentSchemas', { A: { dependentSchemas: { a: A } } }, ['A']],
    [
      'other schemas',
      { A: { allOf: [{ $ref: '#/components/schemas/B' }] }, B: { anyOf: [A, { items: A }] } },
      ['B'],
    ],
    ['two circles', { A: { allOf: [A] }, B: { not: { $ref: '#/components/schemas/B' } } }, ['A', 'B']],
  ])('by %s', async (_, schemas, want) => {
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', schemas)))
    expect(
      errors.map((line) =>
        line.replace(/\/(?:allOf|anyOf|not|if|then|else|dependentSchemas)\/?\S*(?= error)/, ''),
      ),
    ).toEqual(want.map((place) => `#/components/schemas/${place} ${message}`))
  })

  it.each([
    ['items', { A: { items: A } }],
    ['properties', { A: { properties: { a: A } } }],
    ['additionalProperties', { A: { allOf: [{ additionalProperties: A }] } }],
    ['the same schema twice', { A: {}, B: { allOf: [A, A, { anyOf: [A] }] } }],
  ])('is fine by way of %s', async (_, schemas) => {
    expect((await loadObject(withSchemas('3.1.0', schemas))).document['components']).toEqual({ schemas })
  })

  it('may be thousands of references long', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [
        `S${index}`,
        { allOf: [{ $ref: `#/components/schemas/S${(index + 1) % 20_000}` }] },
      ]),
    )
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', schemas)))
    expect(errors).toHaveLength(1)
  })
})

it('has exact places in a file', async () => {
  const text = `${HEAD}components:
  schemas:
    Agent:
      type: evil
      properties:
        name: { minLength: -1,
          maxLength: "2" }
        "max": 
          - 1
      allOf:
      - type: string
      - # a comment
        type: sting
`
  expect((await errorsOf(loadFiles({ 'api.yaml': text }))).map((line) => line.split(' error')[0])).toEqual([
    'api.yaml:6:7 #/components/schemas/Agent/type',
    'api.yaml:8:17 #/components/schemas/Agent/properties/name/minLength',
    'api.yaml:9:11 #/components/schemas/Agent/properties/name/maxLength',
    'api.yaml:10:9 #/components/schemas/Agent/properties/max',
    'api.yaml:15:9 #/components/schemas/Agent/allOf/1/type',
  ])
})
