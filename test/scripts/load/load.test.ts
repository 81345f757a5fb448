import { describe, expect, it } from 'vitest'
import { GeneratorError } from '../../../scripts/src/diagnostics.js'
import { load } from '../../../scripts/src/load/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { errorsOf, HEAD, lines, loadFiles, loadObject, openApi, problemsOf, withSchemas } from './project.js'

describe('locate', () => {
  const files = {
    'spec/api.yaml': `${HEAD}paths:
  /a/{id}:
    $ref: paths/a.yaml
    summary: here
  /b:
    get:
      operationId: b
      responses:
        200:
          description: ok
          content:
            application/json:
              schema: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
components:
  schemas:
    Pet:
      $ref: pets.yaml#/Pet
    Old: { example: 1, type: string }
`,
    'spec/paths/a.yaml': `parameters:
  - { name: id, in: path, required: true, schema: { $ref: ../pets.yaml#/Id } }
get: {operationId: a, responses: {200: {description: ok}}}
`,
    'spec/pets.yaml': `Pet:
  type: object
  properties:
    "a/b~c":
      - # not a schema here
Id:   { type: string, enum: [ x,
    "y" ] }
`.replace(/ {6}- .*\n/, '      type: string\n'),
  }

  it.each([
    ['', 'spec/api.yaml', 1, 1, ''],
    ['/info/title', 'spec/api.yaml', 2, 9, '/info/title'],
    ['/info/version', 'spec/api.yaml', 2, 22, '/info/version'],
    ['/paths/~1b/get/responses/200', 'spec/api.yaml', 11, 9, '/paths/~1b/get/responses/200'],
    [
      '/paths/~1b/get/responses/200/content/application~1json/schema/allOf/0/$ref',
      'spec/api.yaml',
      15,
      35,
      '/paths/~1b/get/responses/200/content/application~1json/schema/allOf/0/$ref',
    ],
    [
      '/paths/~1b/get/responses/200/content/application~1json/schema/allOf/0',
      'spec/api.yaml',
      15,
      33,
      '/paths/~1b/get/responses/200/content/application~1json/schema/allOf/0',
    ],
    ['/paths/~1a~1{id}', 'spec/paths/a.yaml', 1, 1, ''],
    ['/paths/~1a~1{id}/summary', 'spec/api.yaml', 6, 5, '/paths/~1a~1{id}/summary'],
    ['/paths/~1a~1{id}/get/operationId', 'spec/paths/a.yaml', 3, 7, '/get/operationId'],
    ['/paths/~1a~1{id}/parameters/0/schema', 'spec/paths/a.yaml', 2, 43, '/parameters/0/schema'],
    ['/components/schemas/Pet', 'spec/pets.yaml', 1, 1, '/Pet'],
    ['/components/schemas/Pet/properties/a~1b~0c', 'spec/pets.yaml', 4, 5, '/Pet/properties/a~1b~0c'],
    ['/components/schemas/Id/enum/1', 'spec/pets.yaml', 7, 5, '/Id/enum/1'],
    ['/components/schemas/Id/enum/5/x', 'spec/pets.yaml', 6, 23, '/Id/enum'],
    ['/components/schemas/Old/examples/0', 'spec/api.yaml', 20, 5, '/components/schemas/Old'],
    ['/none/at/all', 'spec/api.yaml', 1, 1, ''],
  ])('%s', async (pointer, file, line, column, at) => {
    const { locate } = await loadFiles(files, { spec: 'spec/api.yaml' })
    expect(locate(pointer)).toEqual({ file, line, column, pointer: at })
  })

  it('knows pointers alone in an object', async () => {
    const { locate } = await loadObject(withSchemas('3.1.0', { A: { items: {} } }))
    expect(locate('/components/schemas/A/items/x')).toEqual({ pointer: '/components/schemas/A/items' })
  })

  it.each([
    ['an empty item', 'x-a:\n-\n- b\n- c\n', '/x-a/2', 6, 3],
    ['an item on the next line', 'x-a:\n-\n  b: 1\n- c\n', '/x-a/0/b', 5, 3],
    ['a key without a value', 'x-a: { b, c: 1, d }\n', '/x-a/c', 3, 11],
    ['a key without a value, first', 'x-a: { b, c: 1, d }\n', '/x-a/b', 3, 8],
    ['an explicit key', 'x-a:\n  ? b\n  : 1\n  ? c\n  : 2\n', '/x-a/c', 6, 5],
    ['a key that is a number', 'x-a: { c: 1, 200: 2, 100: 3 }\n', '/x-a/100', 3, 22],
    ['a key that is null', 'x-a: { null: 1, b: 2 }\n', '/x-a/null', 3, 8],
    ['a quoted key', `x-a: { "b": 1, 'c': 2 }\n`, '/x-a/c', 3, 16],
    ['an anchor', 'x-a: &x { b: 1 }\nx-b: *x\n', '/x-b/b', 3, 11],
    ['a merged mapping', 'x-a: &x { b: 1 }\nx-b:\n  <<: *x\n  c: 1\n', '/x-b/c', 6, 3],
    ['a merged key', 'x-a: &x { b: 1 }\nx-b:\n  <<: *x\n  c: 1\n', '/x-b/b', 4, 1],
    ['a merged toString', 'x-a: &x { toString: { a: 1 } }\nx-b:\n  <<: *x\n  c: 1\n', '/x-b/c', 6, 3],
    ['a tag', 'x-a: !!map\n  b: !!str 1\n', '/x-a/b', 4, 3],
    ['a block of text', 'x-a:\n  - |\n    text\n  - b: 1\n', '/x-a/1/b', 6, 5],
    ['the list of a pair', 'x-a: [b: 1, c: 2]\n', '/x-a/1', 3, 1],
    ['a value that is a later key', 'x-a: { b: c, c: 1 }\n', '/x-a/c', 3, 14],
    ['a value that is its key', 'x-a: { b: b, c: b, d: c }\n', '/x-a/d', 3, 20],
  ])('knows %s', async (_, text, pointer, line, column) => {
    const { locate } = await loadFiles({ 'api.yaml': `${HEAD}${text}paths: {}\n` })
    expect(locate(pointer)).toEqual({ file: 'api.yaml', line, column, pointer })
  })
})

describe('names of Object.prototype', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']

  it.each(names)('%s is a name like any other', async (name) => {
    const members = JSON.parse(`{ "${name}": { "type": "string" } }`) as object // an own property, whatever its name
    const schemas = JSON.parse(`{ "${name}": { "type": "object" } }`) as object // an own property, whatever its name
    const own = {
      ...schemas,
      S: {
        properties: members,
        required: [name],
        patternProperties: members,
        $defs: members,
        dependentRequired: JSON.parse(`{ "${name}": ["a"] }`),
        default: members,
        'x-a': members,
      },
    }
    const paths = JSON.parse(
      `{ "/${name}": { "get": { "operationId": "${name}", "responses": { "200": { "description": "d", "headers": { "${name}": { "schema": { "$ref": "#/components/schemas/${name}" } } } } } } } }`,
    )
    const document = openApi('3.1.0', {
      paths,
      components: {
        schemas: own,
        parameters: JSON.parse(
          `{ "${name}": { "name": "${name}", "in": "query", "schema": { "$ref": "#/components/schemas/S/properties/${name}" } } }`,
        ),
      },
    })
    const text = JSON.stringify(document)
    const loaded = await loadFiles({ 'api.yaml': text })
    expect(JSON.stringify(loaded.document)).toBe(text)
    expect(JSON.stringify((await loadObject(JSON.parse(text))).document)).toBe(text)
    expect(loaded.diagnostics).toEqual([])
    expect(loaded.locate(`/components/schemas/S/properties/${name}/type`).pointer).toBe(
      `/components/schemas/S/properties/${name}/type`,
    )
  })

  it.each(names)('%s of another file', async (name) => {
    const files = {
      'api.yaml': `${HEAD}components: { schemas: { S: { items: { $ref: 'a.yaml#/${name}' } } } }`,
      'a.yaml': `{ "${name}": { "type": "string" } }`,
    }
    const { document } = await loadFiles(files)
    expect(JSON.stringify(document['components'])).toBe(
      `{"schemas":{"S":{"items":{"$ref":"#/components/schemas/${name}"}},"${name}":{"type":"string"}}}`,
    )
  })

  it.each(names)('%s leads nowhere when it is not there', async (name) => {
    const schemas = { S: { $ref: `#/components/schemas/S/${name}` } }
    expect(
      await errorsOf(
        loadObject(
          withSchemas('3.1.0', {
            ...schemas,
            T: { items: { $ref: `#/components/schemas/T/items/properties/${name}` } },
          }),
        ),
      ),
    ).toHaveLength(2)
    expect(
      await errorsOf(
        loadFiles({
          'api.yaml': `${HEAD}components: { schemas: { S: { $ref: 'a.yaml#/${name}' } } }`,
          'a.yaml': '{}',
        }),
      ),
    ).toEqual([
      `api.yaml:3:31 #/components/schemas/S/$ref error: "a.yaml#/${name}" leads nowhere: the document has no "${name}" | Correct the reference, or add what it names.`,
    ])
  })

  it.each(names)('%s as a keyword has no effect', async (name) => {
    const { document } = await loadObject(
      withSchemas('3.1.0', { S: JSON.parse(`{ "${name}": { "polluted": true } }`) }),
    )
    expect(document['components']).toStrictEqual({ schemas: { S: {} } })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

it('reports every problem at once, by file, line and column', async () => {
  const files = {
    'b/api.yaml': `openapi: 3.0.3
info: { title: 5 }
paths:
  /a:
    get:
      parameters: [{ $ref: ../a/p.yaml }, { name: x }]
      responses: { 200: { $ref: '#/components/responses/None' } }
components:
  schemas:
    A: { minimum: "1); evil(", maximum: [], type: evil }
    B: { $ref: 'https://example.com/B' }
    C: { properties: { c: { foo: 1, pattern: '(' } } }
`,
    'a/p.yaml': 'name: p\nin: body\nschema: { maxLength: -1 }\n',
  }
  const cwd = temporaryFolder(files)
  const problems = await problemsOf(load('b/api.yaml', { cwd, refs: ['a'] }))
  expect(lines(problems)).toEqual([
    'a/p.yaml:2:1 #/in error: `in` must be one of `query`, `header`, `path`, `cookie`, found the string "body" | Write one of these.',
    'a/p.yaml:3:11 #/schema/maxLength error: `maxLength` must be an integer that is not negative, found the number -1 | Write an integer that is not negative.',
    'b/api.yaml:2:1 #/info error: `info` lacks `version` | Add `version`.',
    'b/api.yaml:2:9 #/info/title error: `title` must be a string, found the number 5 | Write a string.',
    'b/api.yaml:5:5 #/paths/~1a/get warning: `operationId` is missing; the operation is called "getA" | Add an `operationId` to choose the name.',
    'b/api.yaml:6:43 #/paths/~1a/get/parameters/1 error: `1` of `parameters` lacks `in` | Add `in`.',
    'b/api.yaml:6:43 #/paths/~1a/get/parameters/1 error: `1` of `parameters` lacks `schema` or `content` | Add `schema` or `content`.',
    'b/api.yaml:7:27 #/paths/~1a/get/responses/200/$ref error: "#/components/responses/None" leads nowhere: "#/components" has no "responses" | Correct the reference, or add what it names.',
    'b/api.yaml:10:10 #/components/schemas/A/minimum error: `minimum` must be a number, found the string "1); evil(" | Write a number.',
    'b/api.yaml:10:32 #/components/schemas/A/maximum error: `maximum` must be a number, found an empty array | Write a number.',
    'b/api.yaml:10:45 #/components/schemas/A/type error: `type` must be one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`, found the string "evil" | Write one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`.',
    'b/api.yaml:11:10 #/components/schemas/B/$ref error: "https://example.com/B" is a URL; nothing is fetched | Copy the file beside the document and refer to it by a relative path.',
    'b/api.yaml:12:29 #/components/schemas/C/properties/c/foo warning: `foo` is no keyword of OpenAPI 3.0 and has no effect | Remove it, or begin its name with `x-`.',
    'b/api.yaml:12:37 #/components/schemas/C/properties/c/pattern error: `pattern` must be a regular expression (ECMA-262), found the string "(" | Correct the expression; a literal special character is written with a backslash.',
  ])
  expect(new GeneratorError(problems).message).not.toMatch(/\.(?:ts|js):|\bat /)
})

it('leaves the object that it is given alone, and keeps none of it', async () => {
  const given = openApi('3.0.3', {
    paths: { '/a': { get: { responses: { 200: { $ref: '#/x/r' } } } } },
    components: {
      schemas: {
        A: { type: 'string', nullable: true, example: { a: [1] }, foo: 1 },
        B: { allOf: [{ $ref: '#/components/schemas/A' }], nullable: true },
      },
    },
    x: { r: { description: 'd' } },
  })
  const before = JSON.stringify(given)
  const frozen = deepFreeze(JSON.parse(before))
  const { document } = await loadObject(frozen)
  expect(JSON.stringify(frozen)).toBe(before)
  const kept = objectsOf(document)
  expect([...objectsOf(frozen)].filter((object) => kept.has(object))).toEqual([])
})

it('gives the same document for the same input', async () => {
  const files = {
    'api.yaml': `${HEAD}components: { schemas: { A: { anyOf: [{ $ref: b.yaml }, { $ref: a.yaml }] } } }`,
    'a.yaml': 'type: string',
    'b.yaml': 'type: number',
  }
  const [one, two] = [await loadFiles(files), await loadFiles(files)]
  expect(JSON.stringify(one?.document)).toBe(JSON.stringify(two?.document))
})

function deepFreeze(value: unknown): unknown {
  for (const object of objectsOf(value)) Object.freeze(object)
  return value
}

function objectsOf(value: unknown): Set<object> {
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set([value, ...Object.values(value).flatMap((member) => [...objectsOf(member)])])
}
