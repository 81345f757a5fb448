import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import type { LowerOptions } from '../../../../scripts/src/load/json-schema/index.js'
import { components, lower, problems } from './lower.js'

const VOCABULARY = 'https://json-schema.org/draft/2020-12/vocab/'

/** The schema itself after lowering, with a meta-schema of these vocabularies. */
function withVocabularies(schema: object, vocabularies: Readonly<Record<string, boolean>>): unknown {
  const $vocabulary = Object.fromEntries(
    Object.entries(vocabularies).map(([name, isRequired]) => [VOCABULARY + name, isRequired]),
  )
  const lowered = components(
    { $schema: 'https://x.test/meta', ...schema },
    { remotes: { 'https://x.test/meta': { $vocabulary } } },
  )
  return (lowered as { Value: unknown }).Value // every lowered schema has it
}

describe('vocabularies', () => {
  const everything = {
    title: 'a',
    type: 'object',
    format: 'uri',
    properties: { a: { minimum: 1 } },
    unevaluatedProperties: false,
    contentEncoding: 'base64',
    example: 1,
    unknown: true,
  }

  it.each<readonly [vocabularies: Readonly<Record<string, boolean>>, want: unknown]>([
    [{ core: true }, {}],
    [{ core: true, applicator: true }, { properties: { a: {} } }],
    [
      { core: true, applicator: false, validation: true },
      { type: 'object', properties: { a: { minimum: 1 } } },
    ],
    [{ unevaluated: true }, { unevaluatedProperties: false }],
    [{ 'meta-data': true }, { title: 'a' }],
    [{ content: true }, { contentEncoding: 'base64' }],
    [{ 'format-annotation': true }, {}],
    [{ 'format-assertion': true }, { format: 'uri' }],
    [{ 'format-assertion': false }, { format: 'uri' }],
  ])('%j leave only their keywords', (vocabularies, want) => {
    expect(withVocabularies(everything, vocabularies)).toEqual(want)
  })

  it('that are unknown are an error if they are required', () => {
    const remotes = {
      'https://x.test/meta': { $vocabulary: { 'https://x.test/a': false, 'https://x.test/b': true } },
    }
    expect(problems({ $schema: 'https://x.test/meta' }, { remotes })).toEqual([
      ['#/$schema', 'the dialect "https://x.test/meta" requires what is not known: "https://x.test/b"'],
    ])
  })

  it('never take references away', () => {
    expect(withVocabularies({ $ref: '#/$defs/a', $defs: { a: { minimum: 1 } } }, { core: true })).toEqual({
      $ref: '#/components/schemas/a',
    })
  })
})

describe('the dialect of a schema', () => {
  const rows: readonly (readonly [
    what: string,
    schema: JsonValue,
    want: JsonValue,
    options?: Partial<LowerOptions>,
  ])[] = [
    ['is JSON Schema 2020-12 by default', { minimum: 1, example: 2, format: 'uri' }, { minimum: 1 }],
    ['asserts formats if asked to', { format: 'uri' }, { format: 'uri' }, { assertsFormats: true }],
    [
      'may be named with an empty fragment',
      { $schema: 'https://json-schema.org/draft/2020-12/schema#', minimum: 1 },
      { minimum: 1 },
    ],
    ['may be that of OpenAPI 3.1', { example: 1, xml: {} }, { example: 1 }, { dialect: 'openapi-3.1' }],
    [
      'may be named as that of OpenAPI 3.1',
      { $schema: 'https://spec.openapis.org/oas/3.1/dialect/base', example: 1 },
      { example: 1 },
    ],
    [
      'may be that of OpenAPI 3.0',
      {
        type: 'number',
        nullable: true,
        minimum: 1,
        exclusiveMinimum: true,
        const: 1,
        example: 2,
        xml: {},
        properties: { a: { $ref: '#', nullable: true }, b: { allOf: [{ $ref: '#' }], nullable: true } },
      },
      {
        type: ['number', 'null'],
        exclusiveMinimum: 1,
        examples: [2],
        properties: {
          a: { $ref: '#/components/schemas/Value' },
          b: { anyOf: [{ $ref: '#/components/schemas/Value' }, { type: 'null' }] },
        },
      },
      { dialect: 'openapi-3.0' },
    ],
    [
      'is that of the meta-schema if this lists no vocabularies',
      { $schema: 'https://x.test/a', example: 1, minimum: 2 },
      { example: 1, minimum: 2 },
      { remotes: { 'https://x.test/a': { $schema: 'https://spec.openapis.org/oas/3.1/dialect/base' } } },
    ],
    [
      'is JSON Schema 2020-12 if the meta-schema is its own',
      { $schema: 'https://x.test/a', minimum: 2, example: 1 },
      { minimum: 2 },
      { remotes: { 'https://x.test/a': { $schema: 'https://x.test/a' } } },
    ],
  ]

  it.each(rows.map(([what, schema, want, options = {}]) => ({ what, schema, want, options })))(
    '$what',
    ({ schema, want, options }) => {
      expect(components(schema, options)).toEqual({ Value: want })
    },
  )

  it('is that of the resource that it is in', () => {
    const schema = {
      minimum: 1,
      not: {
        $id: 'a',
        $schema: 'https://x.test/core',
        minimum: 2,
        $ref: 'b',
        $defs: { b: { $id: 'b', minimum: 3 } },
      },
      $ref: 'https://x.test/c',
    }
    const remotes = {
      'https://x.test/core': { $vocabulary: { [`${VOCABULARY}core`]: true } },
      'https://x.test/c': { minimum: 4 },
    }
    expect(components(schema, { remotes })).toEqual({
      Value: { minimum: 1, not: { $ref: '#/components/schemas/a' }, $ref: '#/components/schemas/c' },
      a: { $ref: '#/components/schemas/b' },
      b: {},
      c: { minimum: 4 },
    })
  })

  const unsupported = 'http://json-schema.org/draft-07/schema#'

  it.each<readonly [what: string, schema: unknown, want: readonly (readonly [string, string])[]]>([
    [
      'of an earlier draft',
      { $schema: unsupported },
      [['#/$schema', `the dialect "${unsupported}" is not supported`]],
    ],
    [
      'that nobody gave',
      { $schema: 'https://x.test/a' },
      [['#/$schema', 'the dialect "https://x.test/a" is not known']],
    ],
    [
      'of something inside',
      { items: { $id: 'a', $schema: 'https://x.test/a' } },
      [['#/items/$schema', 'the dialect "https://x.test/a" is not known']],
    ],
    [
      'of a remote schema that is used',
      { $ref: 'https://x.test/old' },
      [['https://x.test/old#/$schema', `the dialect "${unsupported}" is not supported`]],
    ],
    [
      'without a usable list of vocabularies',
      { $schema: 'https://x.test/bad' },
      [
        [
          '#/$schema',
          'the dialect "https://x.test/bad" is not usable: its `$vocabulary` must be an object, found an array',
        ],
      ],
    ],
  ])('%s is refused', (_, schema, want) => {
    const remotes = {
      'https://x.test/old': { $schema: unsupported, definitions: { a: { $id: '#a' } } },
      'https://x.test/bad': { $vocabulary: [1] },
    }
    expect(problems(schema, { remotes })).toEqual(want)
  })

  it('is refused with a hint', () => {
    expect(() => lower({ $schema: 'https://x.test/a' })).toThrow('Give its meta-schema in `remotes`')
  })
})

describe('keywords of earlier drafts', () => {
  it('`dependencies` are the two keywords that came of it', () => {
    const dependencies = { a: ['b'], c: { minimum: 1 }, d: false }
    expect(components({ dependencies, allOf: [true] })).toEqual({
      Value: {
        allOf: [true, { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { minimum: 1 }, d: false } }],
      },
    })
  })

  it('`definitions` can be referred to', () => {
    expect(components({ $ref: '#a', definitions: { b: { $anchor: 'a', minimum: 1 } } })).toEqual({
      Value: { $ref: '#/components/schemas/b' },
      b: { minimum: 1 },
    })
  })
})
