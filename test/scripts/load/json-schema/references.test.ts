import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { components, lower, problems } from './lower.js'

const integer = { type: 'integer' }
const string = { type: 'string' }

function to(key: string): { $ref: string } {
  return { $ref: `#/components/schemas/${key}` }
}

type Remotes = Readonly<Record<string, unknown>>

describe('references', () => {
  const rows: readonly (readonly [what: string, schema: JsonValue, want: unknown, remotes?: Remotes])[] = [
    ['a boolean', true, { Value: true }],
    ['to the schema itself', { items: { $ref: '#' } }, { Value: { items: to('Value') } }],
    [
      'to a definition, which has the name that it has there; the others are not needed',
      { $ref: '#/$defs/count', $defs: { count: integer, other: { $ref: '#/nowhere' } } },
      { Value: to('count'), count: integer },
    ],
    [
      'to a part, which has the words on the way there as its name',
      { properties: { a: { items: integer }, b: { $ref: '#/properties/a/items' } } },
      { Value: { properties: { a: { items: integer }, b: to('a-items') } }, 'a-items': integer },
    ],
    [
      'with escapes',
      {
        prefixItems: [{ $ref: '#/$defs/a~1b' }, { $ref: '#/$defs/c~0d' }, { $ref: '#/$defs/e%25f%22g' }],
        $defs: { 'a/b': { const: 1 }, 'c~d': { const: 2 }, 'e%f"g': { const: 3 } },
      },
      {
        Value: { prefixItems: [to('a~1b'), to('c~0d'), to('e%25f"g')] },
        'a/b': { const: 1 },
        'c~d': { const: 2 },
        'e%f"g': { const: 3 },
      },
    ],
    [
      'to an unknown keyword, an enum and an unlisted place',
      {
        $ref: '#/unknown/x',
        not: { $ref: '#/enum/0' },
        unknown: { x: { items: { $ref: '#/unknown/x' } } },
        enum: [{}],
      },
      {
        Value: { ...to('unknown-x'), not: to('enum-0'), enum: [{}] },
        'unknown-x': { items: to('unknown-x') },
        'enum-0': {},
      },
    ],
    [
      'beside other keywords',
      { $ref: '#/$defs/a', minimum: 1, $defs: { a: integer } },
      { Value: { ...to('a'), minimum: 1 }, a: integer },
    ],
    [
      'to an anchor',
      { $ref: '#here', $defs: { a: { $anchor: 'here', type: 'integer' } } },
      { Value: to('a'), a: integer },
    ],
    [
      'to the $id of a schema inside, which is another resource',
      {
        $id: 'https://x.test/tree',
        items: { $ref: 'node' },
        $defs: { any: { $id: 'node', $ref: '#/$defs/a', $defs: { a: integer } } },
      },
      { Value: { items: to('node') }, node: to('a'), a: integer },
    ],
    [
      'to a resource inside, where it stands, by pointer and by URI',
      { properties: { a: { $id: 'https://x.test/a.json', type: 'integer' }, b: { $ref: '#/properties/a' } } },
      { Value: { properties: { a: to('a'), b: to('a') } }, a: integer },
    ],
    [
      'to a resource inside a resource, by the nearest base',
      {
        $id: 'https://x.test/a/',
        allOf: [{ $id: 'b/', not: { $defs: { c: { $id: 'c', type: 'integer' } } } }, { $ref: 'b/c' }],
      },
      { Value: { allOf: [to('b'), to('c')] }, b: { not: {} }, c: integer },
    ],
    [
      'to what has an $id of no fragment',
      { $ref: 'https://x.test/a', $defs: { a: { $id: 'https://x.test/a#', not: {} } } },
      { Value: to('a'), a: { not: {} } },
    ],
    [
      'to a URN',
      { $ref: 'urn:example:a#/$defs/b', $defs: { a: { $id: 'urn:example:a', $defs: { b: integer } } } },
      { Value: to('b'), b: integer },
    ],
    [
      'to a remote schema',
      { $ref: 'https://x.test/a.json' },
      { Value: to('a'), a: integer },
      { 'https://x.test/a.json': integer },
    ],
    [
      'in a remote schema, by its own URI or the one that it has here',
      { $ref: 'https://x.test/a.json' },
      { Value: to('b'), b: { items: to('b'), not: to('c') }, c: integer },
      {
        'https://x.test/a.json': {
          $id: 'https://y.test/b.json',
          items: { $ref: '#' },
          not: { $ref: 'c.json' },
        },
        'https://y.test/c.json': integer,
      },
    ],
    [
      'to a resource inside a remote schema',
      { $ref: 'https://y.test/b' },
      { Value: to('b'), b: integer },
      { 'https://x.test/a.json': { $defs: { b: { $id: 'https://y.test/b', type: 'integer' } } } },
    ],
    [
      'to a remote schema without a scheme',
      { $ref: 'a.json' },
      { Value: to('a'), a: string },
      { 'a.json#': string },
    ],
    [
      'that no dialect counts are data',
      { const: { $ref: '#/x' }, default: { $id: 'x', $ref: 'y' }, unknown: { $ref: '#/x' }, $comment: '' },
      { Value: { const: { $ref: '#/x' }, default: { $id: 'x', $ref: 'y' } } },
    ],
    [
      'of properties with the names of keywords are none',
      { properties: { $ref: string, $id: string } },
      { Value: { properties: { $ref: string, $id: string } } },
    ],
    [
      'are own properties, whatever their names',
      JSON.parse(
        '{ "properties": { "__proto__": { "$ref": "#/$defs/__proto__" } }, "$defs": { "__proto__": true } }',
      ),
      JSON.parse(
        '{ "Value": { "properties": { "__proto__": { "$ref": "#/components/schemas/__proto__" } } }, "__proto__": true }',
      ),
    ],
  ]

  it.each(rows.map(([what, schema, want, remotes = {}]) => ({ what, schema, want, remotes })))(
    '$what',
    ({ schema, want, remotes }) => {
      expect(components(schema, { remotes })).toEqual(want)
    },
  )

  it('leave the schema as it is', () => {
    const schema = { $id: 'a', $ref: '#/$defs/b', dependencies: { c: ['d'] }, $defs: { b: { $anchor: 'e' } } }
    const before = structuredClone(schema)
    lower(schema)
    expect(schema).toEqual(before)
  })

  it('to schemas of the same name tell these apart', () => {
    const schema = {
      anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b/$defs/a' }, { $ref: '#/$defs/value' }],
      $defs: { a: integer, b: { $defs: { a: string } }, value: {} },
    }
    const keys = Object.keys(components(schema) ?? {})
    expect(keys).toEqual(['Value', 'a', 'b-a', expect.stringMatching(/^value-[\da-f]{4}$/)])
  })

  it('read the meta-schemas as they need them', () => {
    const lowered = components({ $ref: 'https://json-schema.org/draft/2020-12/meta/format-assertion' })
    expect(lowered).toEqual({
      Value: to('format-assertion'),
      'format-assertion': {
        title: 'Format vocabulary meta-schema for assertion results',
        type: ['object', 'boolean'],
        properties: { format: string },
      },
    })
  })
})

describe('what leads nowhere', () => {
  const rows: readonly (readonly [
    schema: unknown,
    want: readonly (readonly [string, string])[],
    remotes?: Remotes,
  ])[] = [
    [{ $ref: '#/$defs/a' }, [['#/$ref', '"#/$defs/a" leads nowhere: the schema has nothing at "/$defs/a"']]],
    [{ $ref: '#/minimum', minimum: 1 }, [['#/$ref', '"#/minimum" leads to no schema']]],
    [
      { $ref: '#/toString' },
      [['#/$ref', '"#/toString" leads nowhere: the schema has nothing at "/toString"']],
    ],
    [{ $ref: '#a' }, [['#/$ref', '"#a" leads nowhere: the schema has no anchor "a"']]],
    [{ $ref: '#/a%' }, [['#/$ref', '"#/a%" is not a valid reference']]],
    [{ $ref: '#/a~2' }, [['#/$ref', '"#/a~2" is not a valid reference']]],
    [{ $ref: 1 }, [['#/$ref', '`$ref` must be a URI reference, found the number 1']]],
    [
      { items: { $dynamicRef: [] } },
      [['#/items/$dynamicRef', '`$dynamicRef` must be a URI reference, found an empty array']],
    ],
    [
      { $id: 'https://x.test/a', properties: { b: { $ref: 'b' }, c: { $ref: 'c' } } },
      [
        [
          '#/properties/b/$ref',
          '"b", which means "https://x.test/b", leads nowhere: no schema has this URI, and nothing is fetched',
        ],
        [
          '#/properties/c/$ref',
          '"c", which means "https://x.test/c", leads nowhere: no schema has this URI, and nothing is fetched',
        ],
      ],
    ],
    [
      { $ref: 'https://x.test/a' },
      [['https://x.test/a#/items/$ref', '"#/b" leads nowhere: "https://x.test/a" has nothing at "/b"']],
      { 'https://x.test/a': { items: { $ref: '#/b' } }, 'https://x.test/unused': { $ref: '#/b' } },
    ],
    [
      { $ref: 'https://x.test/a' },
      [['https://x.test/a#/items', 'a Date is no JSON value']],
      { 'https://x.test/a': { items: new Date(0) } },
    ],
    [{ minimum: Number.NaN }, [['#/minimum', 'the number NaN is no JSON value']]],
    [null, [['#', 'a schema must be an object or a boolean, found null']]],
    [[], [['#', 'a schema must be an object or a boolean, found an empty array']]],
  ]

  it.each(rows.map(([schema, want, remotes = {}]) => ({ schema, want, remotes })))(
    '$schema is refused',
    ({ schema, want, remotes }) => {
      expect(problems(schema, { remotes })).toEqual(want)
    },
  )

  it('has a hint', () => {
    expect(() => lower({ $ref: '#ther', $anchor: 'there' })).toThrow('Did you mean "there"?')
    expect(() => lower({ $ref: 'tres', $defs: { a: { $id: 'tree' } } })).toThrow('Did you mean "tree"?')
    expect(() => lower({ $ref: 'https://x.test/' })).toThrow('Give the schema in `remotes`, under this URI.')
  })
})

describe('identifiers', () => {
  it.each<readonly [schema: unknown, want: readonly (readonly [string, string])[]]>([
    [{ $id: '#a' }, [['#/$id', '`$id` must have no fragment, found "#a"']]],
    [{ items: { $id: 1 } }, [['#/items/$id', '`$id` must be a URI reference, found the number 1']]],
    [
      { $anchor: '1a' },
      [['#/$anchor', '`$anchor` must be a name of letters, digits, `-`, `_` and `.`, found the string "1a"']],
    ],
    [
      { $dynamicAnchor: {} },
      [
        [
          '#/$dynamicAnchor',
          '`$dynamicAnchor` must be a name of letters, digits, `-`, `_` and `.`, found an object',
        ],
      ],
    ],
    [
      { $defs: { a: { $id: 'x' }, b: { $id: 'x' } } },
      [['#/$defs/b/$id', 'another schema has the `$id` "x" too']],
    ],
    [
      { $anchor: 'a', items: { $dynamicAnchor: 'a' }, not: { $id: 'other', $anchor: 'a' } },
      [['#/items/$dynamicAnchor', 'the anchor "a" is also that of "#"']],
    ],
    [{ $schema: 1 }, [['#/$schema', '`$schema` must be the URI of a dialect, found the number 1']]],
  ])('%j is refused', (schema, want) => {
    expect(problems(schema)).toEqual(want)
  })

  it('of a remote document count only if that is used', () => {
    const remotes = { 'https://x.test/a': { $id: '#', $anchor: '1' } }
    expect(problems({}, { remotes })).toEqual([])
    expect(problems({ $ref: 'https://x.test/a' }, { remotes })).toEqual([
      ['https://x.test/a#/$anchor', expect.stringContaining('must be a name')],
    ])
  })

  it('of the schema go before those of remote documents and meta-schemas', () => {
    const uri = 'https://json-schema.org/draft/2020-12/schema'
    expect(
      components({ $ref: uri, $defs: { own: { $id: uri, ...integer } } }, { remotes: { [uri]: string } }),
    ).toEqual({
      Value: to('schema'),
      schema: integer,
    })
    expect(components({ $ref: uri }, { remotes: { [uri]: string } })).toEqual({
      Value: to('schema'),
      schema: string,
    })
  })
})

describe('locations', () => {
  const { locations } = lower(
    {
      properties: { a: { $ref: '#/$defs/b' }, c: { $ref: 'https://x.test/d' } },
      $defs: { b: { $ref: '#', $dynamicRef: '#', items: integer, dependencies: { e: { not: {} } } } },
    },
    { remotes: { 'https://x.test/d': { $id: 'https://y.test/f', items: { minimum: 1 } } } },
  )

  it.each([
    ['/components/schemas/Value', '#'],
    ['/components/schemas/Value/properties/a', '#/properties/a'],
    ['/components/schemas/b/items', '#/$defs/b/items'],
    ['/components/schemas/b/allOf/0', '#/$defs/b'],
    ['/components/schemas/b/allOf/1/dependentSchemas/e/not', '#/$defs/b/dependencies/e/not'],
    ['/components/schemas/f/items', 'https://x.test/d#/items'],
    ['/components/schemas/unknown', undefined],
    ['/info', undefined],
  ])('%s is %s', (pointer, want) => {
    expect(locations.reference(pointer)).toBe(want)
  })

  it('are places for diagnostics', () => {
    expect(locations.place('/components/schemas/b/items')).toEqual({ pointer: '/$defs/b/items' })
    expect(locations.place('/components/schemas/f/items')).toEqual({
      pointer: '/items',
      file: 'https://x.test/d',
    })
    expect(locations.place('/info')).toEqual({ pointer: '' })
  })
})
