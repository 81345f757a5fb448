import { describe, expect, it } from 'vitest'
import { load } from '../../../scripts/src/load/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { errorsOf, HEAD, lines, loadFiles, loadObject, openApi, withSchemas } from './project.js'

/** The components of what is loaded from files. */
async function componentsOf(files: Readonly<Record<string, string>>): Promise<unknown> {
  return (await loadFiles(files)).document['components']
}

const json = JSON.stringify

function operation(id: string): object {
  return { operationId: id, responses: { 200: { description: 'd' } } }
}

describe('what a reference becomes', () => {
  it.each([
    ['a component', '#/components/schemas/B', {}, '#/components/schemas/B', {}],
    [
      'a part of a component',
      '#/components/schemas/B/properties/b',
      {},
      '#/components/schemas/B/properties/b',
      {},
    ],
    [
      'escaped',
      '#/components/schemas/B/properties/x~1y~0z%25%20%C3%A9',
      {},
      '#/components/schemas/B/properties/x~1y~0z%25 é',
      {},
    ],
    ['an item', '#/components/schemas/B/allOf/1', {}, '#/components/schemas/B/allOf/1', {}],
    [
      'through a reference',
      '#/components/schemas/ToB/properties/b',
      {},
      '#/components/schemas/B/properties/b',
      {},
    ],
    [
      'through two references',
      '#/components/schemas/ToToB/properties/b',
      {},
      '#/components/schemas/B/properties/b',
      {},
    ],
    ['beside a reference', '#/components/schemas/ToB/$defs/c', {}, '#/components/schemas/ToB/$defs/c', {}],
    ['an anchor', '#here', {}, '#/components/schemas/B/allOf/0', {}],
    ['an extension', '#/x-schemas/X', {}, '#/components/schemas/X', { X: { type: 'null' } }],
    [
      'an unknown keyword',
      '#/components/schemas/B/foo/X',
      {},
      '#/components/schemas/X',
      { X: { type: 'null' } },
    ],
    ['a file', 'a.yaml', { 'a.yaml': 'type: string' }, '#/components/schemas/a', { a: { type: 'string' } }],
    [
      'a file, with an empty fragment',
      './a.yaml#',
      { 'a.yaml': 'type: string' },
      '#/components/schemas/a',
      { a: { type: 'string' } },
    ],
    [
      'a JSON file',
      'x/a.b.json',
      { 'x/a.b.json': '{"type":"string"}' },
      '#/components/schemas/a.b',
      { 'a.b': { type: 'string' } },
    ],
    [
      'a file with a blank in its name',
      'a%20b.yaml',
      { 'a b.yaml': 'type: string' },
      '#/components/schemas/a_b',
      { a_b: { type: 'string' } },
    ],
    [
      'a part of a file',
      'a.yaml#/x/Y',
      { 'a.yaml': 'x: { Y: { type: string } }' },
      '#/components/schemas/Y',
      { Y: { type: 'string' } },
    ],
    [
      'an item of a file',
      'a.yaml#/x/0',
      { 'a.yaml': 'x: [{ type: string }]' },
      '#/components/schemas/a-x-0',
      { 'a-x-0': { type: 'string' } },
    ],
    [
      'an anchor of a file',
      'a.yaml#b',
      { 'a.yaml': 'x: [{ $anchor: b }]' },
      '#/components/schemas/a-x-0',
      { 'a-x-0': {} },
    ],
    ['a boolean', 'a.yaml', { 'a.yaml': 'true' }, '#/components/schemas/a', { a: true }],
    [
      'back into the root',
      'a.yaml#/back',
      { 'a.yaml': "back: { items: { $ref: 'api.yaml#/components/schemas/B' } }" },
      '#/components/schemas/back',
      { back: { items: { $ref: '#/components/schemas/B' } } },
    ],
    [
      'a file that refers to itself',
      'a.yaml',
      { 'a.yaml': "properties: { child: { $ref: '#' } }" },
      '#/components/schemas/a',
      { a: { properties: { child: { $ref: '#/components/schemas/a' } } } },
    ],
    [
      'a file that refers on',
      'a.yaml',
      { 'a.yaml': "$ref: 'b/c.yaml'", 'b/c.yaml': "$ref: './d.yaml#/e'", 'b/d.yaml': 'e: {}' },
      '#/components/schemas/a',
      { a: { $ref: '#/components/schemas/c' }, c: { $ref: '#/components/schemas/e' }, e: {} },
    ],
    [
      'a part beyond a reference of a file',
      'a.yaml#/x/y',
      { 'a.yaml': "x: { $ref: 'b.yaml' }", 'b.yaml': 'y: { type: string }' },
      '#/components/schemas/y',
      { y: { type: 'string' } },
    ],
  ])('%s', async (_, reference, files, want, moved) => {
    const schemas = {
      A: { items: { $ref: reference } },
      B: {
        foo: { X: { type: 'null' } },
        properties: { b: { type: 'string' }, 'x/y~z% é': { type: 'string' } },
        allOf: [{ $anchor: 'here' }, {}],
      },
      ToB: { $ref: '#/components/schemas/B', $defs: { c: {} } },
      ToToB: { $ref: '#/components/schemas/ToB' },
    }
    const document = openApi('3.1.0', { 'x-schemas': { X: { type: 'null' } }, components: { schemas } })
    const { foo: __, ...rest } = schemas.B
    const B = { ...rest, allOf: [{}, {}] }
    expect(await componentsOf({ 'api.yaml': json(document), ...files })).toEqual({
      schemas: { ...schemas, A: { items: { $ref: want } }, B, ...moved },
    })
  })

  it.each([
    [
      'schemas',
      (to: object) => ({ content: { 'text/plain': { schema: to } } }),
      'a.yaml#/schema',
      { type: 'string' },
    ],
    [
      'headers',
      (to: object) => ({ headers: { 'X-A': to } }),
      'a.yaml#/header',
      { schema: { type: 'string' } },
    ],
    ['links', (to: object) => ({ links: { A: to } }), 'a.yaml#/link', { operationId: 'a' }],
    [
      'examples',
      (to: object) => ({ content: { 'text/plain': { examples: { A: to } } } }),
      'a.yaml#/example',
      { value: 1 },
    ],
  ])('in a response, goes to components.%s', async (section, response, reference, target) => {
    const file = {
      schema: { type: 'string' },
      header: { schema: { type: 'string' } },
      link: { operationId: 'a' },
      example: { value: 1 },
    }
    const document = openApi('3.1.0', {
      components: { responses: { R: { description: 'd', ...response({ $ref: reference }) } } },
    })
    const key = reference.split('/').at(-1) ?? ''
    expect(await componentsOf({ 'api.yaml': json(document), 'a.yaml': json(file) })).toEqual({
      responses: { R: { description: 'd', ...response({ $ref: `#/components/${section}/${key}` }) } },
      [section]: { [key]: target },
    })
  })

  it.each([
    ['parameters', (to: object) => ({ parameters: [to] }), { name: 'p', in: 'query', schema: {} }],
    ['requestBodies', (to: object) => ({ requestBody: to }), { content: {} }],
    ['responses', (to: object) => ({ responses: { 200: to } }), { description: 'd' }],
    [
      'callbacks',
      (to: object) => ({ callbacks: { c: to } }),
      { '{$url}': { get: { operationId: 'b', responses: { 200: { description: 'd' } } } } },
    ],
  ])('in an operation, goes to components.%s', async (section, part, target) => {
    const post = operation('a')
    const document = openApi('3.0.3', {
      paths: { '/a': { post: { ...post, ...part({ $ref: 'a.yaml#/X' }) } } },
    })
    const loaded = await loadFiles({ 'api.yaml': json(document), 'a.yaml': json({ X: target }) })
    expect(loaded.document).toMatchObject({
      paths: { '/a': { post: { ...post, ...part({ $ref: `#/components/${section}/X` }) } } },
      components: { [section]: { X: target } },
    })
  })

  it('puts a security scheme to components.securitySchemes', async () => {
    const components = { securitySchemes: { key: { $ref: 'a.yaml' }, other: { $ref: 'a.yaml' } } }
    const files = {
      'api.yaml': json(openApi('3.1.0', { components })),
      'a.yaml': '{ type: http, scheme: bearer }',
    }
    expect(await componentsOf(files)).toEqual({
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        other: { $ref: '#/components/securitySchemes/key' },
      },
    })
  })
})

it('knows the root when it is named as a file', async () => {
  const schemas = {
    A: { items: { $ref: 'api.yaml#/components/schemas/B/properties/b' } },
    B: { properties: { b: {} } },
  }
  expect(await componentsOf({ 'api.yaml': json(withSchemas('3.1.0', schemas)) })).toEqual({
    schemas: { ...schemas, A: { items: { $ref: '#/components/schemas/B/properties/b' } } },
  })
})

describe('a component that is nothing but a reference', () => {
  it('is where the target goes', async () => {
    const document = withSchemas('3.1.0', {
      List: { items: { $ref: 'schemas/pet.yaml' } },
      Animal: { $ref: 'schemas/pet.yaml' },
      Alias: { $ref: 'schemas/pet.yaml' },
      Described: { $ref: 'schemas/pet.yaml', description: 'a pet' },
    })
    const files = {
      'api.yaml': json(document),
      'schemas/pet.yaml': "properties: { parent: { $ref: '#' }, kind: { $ref: kind.yaml } }",
      'schemas/kind.yaml': 'type: string',
    }
    const { document: loaded, diagnostics } = await loadFiles(files)
    expect(diagnostics).toEqual([])
    expect(loaded['components']).toEqual({
      schemas: {
        List: { items: { $ref: '#/components/schemas/Animal' } },
        Animal: {
          properties: {
            parent: { $ref: '#/components/schemas/Animal' },
            kind: { $ref: '#/components/schemas/kind' },
          },
        },
        Alias: { $ref: '#/components/schemas/Animal' },
        Described: { $ref: '#/components/schemas/Animal', description: 'a pet' },
        kind: { type: 'string' },
      },
    })
  })

  it('stays one when the target is another component', async () => {
    const schemas = {
      A: { $ref: '#/components/schemas/B' },
      B: { $ref: '#/components/schemas/C' },
      C: { type: 'string' },
    }
    expect((await loadObject(withSchemas('3.1.0', schemas))).document['components']).toEqual({ schemas })
  })
})

describe('names of what is moved', () => {
  it('are longer where they clash, and nowhere else', async () => {
    const document = withSchemas('3.1.0', {
      Pet: { type: 'object' },
      all: {
        anyOf: [
          'a.yaml#/Pet',
          'b.yaml#/Kind',
          'x/b.yaml#/Kind',
          'y/b.yaml#/Kind',
          'a.yaml#/Only',
          '#/x-a/Kind',
        ].map(($ref) => ({ $ref })),
      },
    })
    const kinds = (title: string): string => json({ Kind: { title }, Only: { title }, Pet: { title } })
    const loaded = await loadFiles({
      'api.yaml': json({ ...document, 'x-a': { Kind: { title: 'root' } } }),
      'a.yaml': kinds('a'),
      'b.yaml': kinds('b'),
      'x/b.yaml': kinds('x'),
      'y/b.yaml': kinds('y'),
    })
    const { schemas } = loaded.document['components'] as { schemas: Record<string, { title?: string }> } // as loaded
    expect(Object.entries(schemas).map(([name, { title }]) => [name, title])).toEqual([
      ['Pet', undefined],
      ['all', undefined],
      ['Only', 'a'],
      ['a-Pet', 'a'],
      ['x-a-Kind', 'root'],
      ['b-Kind-2d3d0519c28aedba', 'b'],
      ['b-Kind-9df96e6afc55a227', 'x'],
      ['b-Kind-88a8a197d38130e1', 'y'],
    ])
    expect(lines(loaded.diagnostics)[0]).toBe(
      'api.yaml:1:135 #/components/schemas/all/anyOf/0/$ref warning: another component is called "Pet", so what this refers to becomes "a-Pet" | Rename one of the two if you want a shorter name.',
    )
    expect(loaded.diagnostics).toHaveLength(5)
  })

  it('are free even when someone aims at them', async () => {
    const first = await loadFiles({
      'api.yaml': json(
        withSchemas('3.1.0', { Kind: {}, 'a-Kind': {}, all: { items: { $ref: 'a.yaml#/Kind' } } }),
      ),
      'a.yaml': 'Kind: { type: string }',
    })
    const { schemas } = first.document['components'] as { schemas: Record<string, unknown> } // as loaded
    const taken = Object.keys(schemas).at(-1) ?? ''
    expect(taken).toMatch(/^a-Kind-[0-9a-f]{16}$/)
    const second = await loadFiles({
      'api.yaml': json(
        withSchemas('3.1.0', {
          Kind: {},
          'a-Kind': {},
          [taken]: {},
          all: { items: { $ref: 'a.yaml#/Kind' } },
        }),
      ),
      'a.yaml': 'Kind: { type: string }',
    })
    expect(second.document['components']).toMatchObject({
      schemas: {
        all: { items: { $ref: `#/components/schemas/${taken}_` } },
        [`${taken}_`]: { type: 'string' },
      },
    })
  })

  it('do not depend on the folder', async () => {
    const files = {
      'api.yaml': json(
        withSchemas('3.1.0', { all: { anyOf: [{ $ref: 'x/a.yaml#/K' }, { $ref: 'y/a.yaml#/K' }] } }),
      ),
      'x/a.yaml': 'K: { type: string }',
      'y/a.yaml': 'K: { type: number }',
    }
    const [one, two] = [
      await loadFiles(files),
      await load('spec/api.yaml', {
        cwd: temporaryFolder(
          Object.fromEntries(Object.entries(files).map(([path, text]) => [`spec/${path}`, text])),
        ),
      }),
    ]
    expect(two?.document).toEqual(one?.document)
  })
})

describe('path items', () => {
  it('are written out where they are referred to', async () => {
    const document = openApi('3.1.0', {
      paths: {
        '/a': { $ref: 'a.yaml', summary: 'A', post: operation('post') },
        '/b': { $ref: '#/components/pathItems/B' },
        '/c': { $ref: '#/paths/~1d' },
        '/d': {},
      },
      components: {
        pathItems: {
          B: {
            get: { ...operation('getB'), parameters: [{ $ref: '#/components/pathItems/B/x-p' }] },
            'x-p': { name: 'p', in: 'query', schema: {} },
          },
        },
      },
    })
    const loaded = await loadFiles({
      'api.yaml': json(document),
      'a.yaml': json({ get: operation('get'), summary: 'not this' }),
    })
    expect(loaded.document['paths']).toEqual({
      '/a': { get: operation('get'), summary: 'A', post: operation('post') },
      '/b': {
        get: { ...operation('getB'), parameters: [{ $ref: '#/components/parameters/x-p' }] },
        'x-p': { name: 'p', in: 'query', schema: {} },
      },
      '/c': {},
      '/d': {},
    })
    expect(loaded.document['components']).toEqual({
      parameters: { 'x-p': { name: 'p', in: 'query', schema: {} } },
    })
    expect(loaded.diagnostics).toEqual([])
  })

  it('cannot be inside themselves', async () => {
    const callbacks = { c: { '{$url}': { $ref: '#/paths/~1a' } } }
    const document = openApi('3.1.0', { paths: { '/a': { get: { ...operation('a'), callbacks } } } })
    expect(await errorsOf(loadObject(document))).toContain(
      '#/paths/~1a/get/callbacks/c/{$url}/$ref error: what this refers to is inside itself | Break the circle.',
    )
  })

  it('cannot give one operationId to two paths', async () => {
    const document = openApi('3.0.3', {
      paths: { '/a': { $ref: '#/paths/~1b' }, '/b': { get: operation('get') } },
    })
    expect(await errorsOf(loadObject(document))).toEqual([
      '#/paths/~1b/get/operationId error: the operationId "get" is also that of GET "/a" | Give each operation an `operationId` of its own.',
    ])
  })
})

describe('a reference where OpenAPI has none', () => {
  it('is replaced by its target, with a warning', async () => {
    const schemas = { A: { properties: { $ref: 'a.yaml#/members' } } }
    const files = {
      'api.yaml': json(openApi('3.1.0', { tags: { $ref: 'a.yaml#/tags' }, components: { schemas } })),
      'a.yaml': "members: { a: { $ref: '#/B' } }\nB: {}\ntags: []",
    }
    const { document, diagnostics } = await loadFiles(files)
    expect(document).toMatchObject({
      tags: [],
      components: { schemas: { A: { properties: { a: { $ref: '#/components/schemas/B' } } }, B: {} } },
    })
    expect(lines(diagnostics)).toEqual([
      'api.yaml:1:77 #/tags/$ref warning: OpenAPI allows no `$ref` here; it was replaced by what it refers to | Other tools may refuse the document.',
      'api.yaml:1:144 #/components/schemas/A/properties/$ref warning: OpenAPI allows no `$ref` here; it was replaced by what it refers to | Other tools may refuse the document.',
    ])
  })

  it('can bring a member called openapi', async () => {
    const schemas = { A: { properties: { $ref: '#/x-members' } } }
    const document = openApi('3.1.0', { 'x-members': { openapi: {} }, components: { schemas } })
    expect((await loadObject(document)).document['components']).toEqual({
      schemas: { A: { properties: { openapi: {} } } },
    })
  })

  it('can bring a whole section of components, whose members then have their places there', async () => {
    const files = {
      'api.yaml': `${HEAD}components:\n  schemas: { $ref: schemas/index.yaml }\npaths: {}\n`,
      'schemas/index.yaml':
        "Alias: { $ref: '#/Pet' }\nPet: { items: { $ref: kind.yaml }, not: { $ref: '#/Kind' } }\nKind: { $ref: kind.yaml }\n",
      'schemas/kind.yaml': "properties: { pet: { $ref: 'index.yaml#/Pet' } }",
    }
    const { document, locate } = await loadFiles(files)
    expect(document['components']).toEqual({
      schemas: {
        Alias: { $ref: '#/components/schemas/Pet' },
        Pet: { items: { $ref: '#/components/schemas/Kind' }, not: { $ref: '#/components/schemas/Kind' } },
        Kind: { properties: { pet: { $ref: '#/components/schemas/Pet' } } },
      },
    })
    expect(locate('/components/schemas/Kind/properties/pet')).toEqual({
      file: 'schemas/kind.yaml',
      line: 1,
      column: 15,
      pointer: '/properties/pet',
    })
    expect(locate('/components/schemas/Pet/not')).toEqual({
      file: 'schemas/index.yaml',
      line: 2,
      column: 36,
      pointer: '/Pet/not',
    })
  })

  it('cannot be inside itself', async () => {
    const schemas = {
      A: { properties: { $ref: '#/components/schemas/A/properties/b/properties' } },
      B: { properties: { b: { properties: { $ref: '#/components/schemas/B/properties' } } } },
    }
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', schemas)))
    expect(errors).toContain(
      '#/components/schemas/B/properties/b/properties/$ref error: what this refers to is inside itself | Break the circle.',
    )
  })
})

describe('members beside a reference', () => {
  const reference = { $ref: '#/components/parameters/P' }
  const components = {
    parameters: { P: { name: 'p', in: 'query', schema: {} } },
    schemas: { S: { $ref: '#/components/schemas/T', description: 'd', minLength: 1, 'x-a': 1 }, T: {} },
  }
  const paths = {
    '/a': {
      get: {
        operationId: 'a',
        responses: { 200: { description: 'd' } },
        parameters: [{ ...reference, description: 'd', summary: 's', name: 'q', 'x-a': 1 }],
      },
    },
  }

  it('count in a schema of OpenAPI 3.1, and elsewhere only if they describe', async () => {
    const { document, diagnostics } = await loadObject(openApi('3.1.0', { paths, components }))
    expect(document).toMatchObject({
      paths: { '/a': { get: { parameters: [{ ...reference, description: 'd', summary: 's' }] } } },
      components: { schemas: { S: components.schemas.S } },
    })
    expect(lines(diagnostics)).toEqual([
      '#/paths/~1a/get/parameters/0/name warning: `name` has no effect beside `$ref` | Remove it.',
    ])
  })

  it('count nowhere in OpenAPI 3.0', async () => {
    const { document, diagnostics } = await loadObject(openApi('3.0.3', { paths, components }))
    const { paths: loadedPaths, components: loadedComponents } = document
    expect(loadedPaths).toEqual({ '/a': { get: { ...paths['/a'].get, parameters: [reference] } } })
    expect(loadedComponents).toEqual({
      ...components,
      schemas: { S: { $ref: '#/components/schemas/T' }, T: {} },
    })
    expect(lines(diagnostics)).toEqual([
      '#/components/schemas/S/description warning: `description` has no effect beside `$ref` | Put the `$ref` into an `allOf` to add to it.',
      '#/components/schemas/S/minLength warning: `minLength` has no effect beside `$ref` | Put the `$ref` into an `allOf` to add to it.',
      '#/paths/~1a/get/parameters/0/description warning: `description` has no effect beside `$ref` | Remove it.',
      '#/paths/~1a/get/parameters/0/name warning: `name` has no effect beside `$ref` | Remove it.',
      '#/paths/~1a/get/parameters/0/summary warning: `summary` has no effect beside `$ref` | Remove it.',
    ])
  })

  it('are not read in OpenAPI 3.0', async () => {
    const schemas = {
      S: { $ref: '#/components/schemas/T', items: { $ref: '/etc/passwd' }, minimum: 'x' },
      T: { properties: { t: {} } },
      U: { $ref: '#/components/schemas/S/properties/t' },
    }
    const { document } = await loadObject(withSchemas('3.0.3', schemas))
    expect(document['components']).toEqual({
      schemas: {
        S: { $ref: '#/components/schemas/T' },
        T: schemas.T,
        U: { $ref: '#/components/schemas/T/properties/t' },
      },
    })
  })
})

describe('a mapping of a discriminator', () => {
  it.each([
    ['Cat', '#/components/schemas/Cat'],
    ['#/components/schemas/Cat', '#/components/schemas/Cat'],
    ['a.b', '#/components/schemas/a.b'],
    ['cat.yaml', '#/components/schemas/cat'],
    ['pets.yaml#/Dog', '#/components/schemas/Dog'],
    ['Fish', '#/components/schemas/Fish'],
  ])('%s', async (value, want) => {
    const schemas = {
      Cat: {},
      'a.b': {},
      Pet: { oneOf: [{}], discriminator: { propertyName: 'kind', mapping: { [value]: value } } },
      Fish: { $ref: 'pets.yaml#/Fish' },
    }
    const loaded = await loadFiles({
      'api.yaml': json(withSchemas('3.1.0', schemas)),
      'cat.yaml': 'type: object',
      'pets.yaml': 'Dog: {}\nFish: {}\n',
    })
    expect(loaded.document['components']).toMatchObject({
      schemas: { Pet: { discriminator: { mapping: { [value]: want } } } },
    })
    expect(loaded.document['components']).toHaveProperty(['schemas', want.split('/').at(-1) ?? ''])
  })

  it('in another document means the schemas of that one first', async () => {
    const other = withSchemas('3.1.0', {
      Pet: { oneOf: [{}], discriminator: { propertyName: 'k', mapping: { a: 'Cat', b: 'Dog' } } },
      Cat: { title: 'other' },
    })
    const files = {
      'api.yaml': json(
        withSchemas('3.1.0', { Cat: {}, Dog: {}, P: { $ref: 'other.yaml#/components/schemas/Pet' } }),
      ),
      'other.yaml': json(other),
    }
    expect(await componentsOf(files)).toMatchObject({
      schemas: {
        P: {
          discriminator: {
            mapping: {
              a: '#/components/schemas/other-components-schemas-Cat',
              b: '#/components/schemas/Dog',
            },
          },
        },
        'other-components-schemas-Cat': { title: 'other' },
      },
    })
  })

  it.each([
    ['Kat', 'the mapping leads nowhere: no schema is called "Kat" | Did you mean "Cat"?'],
    [
      'toString',
      'the mapping leads nowhere: no schema is called "toString" | Name a schema of `components.schemas`.',
    ],
    [
      '#/components/schemas/Kat',
      '"#/components/schemas/Kat" leads nowhere: "#/components/schemas" has no "Kat" | Did you mean "Cat"?',
    ],
    [5, '`a` must be a string, found the number 5 | Write a string.'],
  ])('leads nowhere: %s', async (value, want) => {
    const schemas = {
      Cat: {},
      Pet: { oneOf: [{}], discriminator: { propertyName: 'kind', mapping: { a: value } } },
    }
    expect(await errorsOf(loadObject(withSchemas('3.1.0', schemas)))).toEqual([
      `#/components/schemas/Pet/discriminator/mapping/a error: ${want}`,
    ])
  })
})

it('leaves the broken sections of components to be reported', async () => {
  const document = openApi('3.1.0', {
    paths: { '/a': { get: { operationId: 'a', responses: { 200: { $ref: '#/x-r' } } } } },
    'x-r': { description: 'd' },
    components: { responses: [] },
  })
  expect(await errorsOf(loadObject(document))).toEqual([
    '#/components/responses error: `responses` must be an object, found an empty array | Write an object here.',
  ])
  expect(await errorsOf(loadObject(openApi('3.1.0', { components: { schemas: null } })))).toEqual([
    '#/components/schemas error: `schemas` must be an object, found null | Write an object here.',
  ])
  expect(await errorsOf(loadObject(openApi('3.1.0', { components: { schemas: { $ref: '#/x' } } })))).toEqual([
    '#/components/schemas/$ref error: "#/x" leads nowhere: the document has no "x" | Correct the reference, or add what it names.',
  ])
  expect(await errorsOf(loadObject({ ...document, components: 5 }))).toEqual([
    '#/components error: `components` must be an object, found the number 5 | Write an object here.',
  ])
})
