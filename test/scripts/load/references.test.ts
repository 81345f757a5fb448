import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from '../../../scripts/src/load/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { errorsOf, HEAD, loadFiles, loadObject, withSchemas } from './project.js'

/** A document whose schema `A` is a reference, on line 5. */
function refersTo(reference: string, rest = ''): string {
  return `${HEAD}components:\n  schemas:\n    A: { $ref: ${JSON.stringify(reference)} }\n${rest}`
}

const PLACE = 'api.yaml:5:10 #/components/schemas/A/$ref error:'

describe('a reference that leads nowhere', () => {
  it.each([
    ['#/components/schemas/Aa', '"#/components/schemas" has no "Aa" | Did you mean "A"?'],
    [
      '#/components/schemas/Agent',
      '"#/components/schemas" has no "Agent" | Correct the reference, or add what it names.',
    ],
    ['#/component/schemas/A', 'the document has no "component" | Did you mean "components"?'],
    [
      '#/components/schemas/toString',
      '"#/components/schemas" has no "toString" | Correct the reference, or add what it names.',
    ],
    [
      '#/components/schemas/__proto__',
      '"#/components/schemas" has no "__proto__" | Correct the reference, or add what it names.',
    ],
    ['#/info/title/length', '"#/info/title" has no "length" | Correct the reference, or add what it names.'],
    ['#/tags/length', '"#/tags" has no "length" | Correct the reference, or add what it names.'],
    ['#/tags/00', '"#/tags" has no "00" | Correct the reference, or add what it names.'],
    ['#/tags/1', '"#/tags" has no "1" | Correct the reference, or add what it names.'],
    ['#/', 'the document has no "" | Correct the reference, or add what it names.'],
    ['other.yaml#/Pett', 'the document has no "Pett" | Did you mean "Pet"?'],
  ])('%s', async (reference, want) => {
    const files = { 'api.yaml': refersTo(reference, 'tags: [{ name: a }]\n'), 'other.yaml': 'Pet: {}' }
    expect(await errorsOf(loadFiles(files))).toEqual([
      `${PLACE} ${JSON.stringify(reference)} leads nowhere: ${want}`,
    ])
  })

  it.each([
    ['#name', '"#name" leads nowhere | No schema of the file has such an `$anchor`.'],
    ['#/a~2', '"#/a~2" is not a valid JSON Pointer | Write `~0` for a tilde and `~1` for a slash.'],
    ['#/a%', '"#/a%" is not a valid reference | Write `%25` for a percent sign.'],
    ['a%.yaml', '"a%.yaml" is not a valid reference | Write `%25` for a percent sign.'],
    ['a%00.yaml', '"a%00.yaml" is not a valid reference | Write `%25` for a percent sign.'],
    ['none.yaml', 'the file "none.yaml" does not exist | Check the path.'],
    ['folder', '"folder" is a folder, not a file | Name a YAML or JSON file.'],
    [
      '',
      '"" is a whole OpenAPI document, and not the Schema that is expected here | Refer to a part of it, such as `#/components/schemas/Name`.',
    ],
    [
      '#',
      '"#" is a whole OpenAPI document, and not the Schema that is expected here | Refer to a part of it, such as `#/components/schemas/Name`.',
    ],
    [
      'api.yaml',
      '"api.yaml" is a whole OpenAPI document, and not the Schema that is expected here | Refer to a part of it, such as `#/components/schemas/Name`.',
    ],
    [
      '#/components/responses/R',
      '"#/components/responses/R" is an object of the kind Response, and not the Schema that is expected here | Refer to a part of it, such as `#/components/schemas/Name`.',
    ],
    [
      '#/components/schemas/A',
      'the reference "#/components/schemas/A" leads back to itself | Let one of the references in the circle lead to a value.',
    ],
    [
      'circle.yaml',
      'the reference "api.yaml#/components/schemas/A" leads back to itself | Let one of the references in the circle lead to a value.',
    ],
    [
      '#/components/schemas/A/x',
      'the reference "#/components/schemas/A/x" leads back to itself | Let one of the references in the circle lead to a value.',
    ],
  ])('because of what it is: %s', async (reference, want) => {
    const files = {
      'api.yaml': refersTo(reference, '  responses:\n    R: { description: Done }\n'),
      'folder/x.yaml': '{}',
      'circle.yaml': "$ref: 'api.yaml#/components/schemas/A'",
    }
    expect(await errorsOf(loadFiles(files))).toContain(`${PLACE} ${want}`)
  })

  it.each([
    ['5', 'the number 5'],
    ['[a]', 'an array'],
    ['{}', 'an object'],
    ['null', 'null'],
  ])('because it is no string: %s', async (value, found) => {
    const text = `${HEAD}components:\n  schemas:\n    A: { $ref: ${value} }\n`
    expect(await errorsOf(loadFiles({ 'api.yaml': text }))).toContain(
      `${PLACE} \`$ref\` must be a string, found ${found} | Write a string.`,
    )
  })

  it('is reported wherever it stands, each with its own place', async () => {
    const text = `${HEAD}paths:
  /a:
    $ref: none.yaml
  /b:
    get:
      operationId: b
      parameters:
        - $ref: '#/components/parameters/none'
      requestBody: { $ref: '#/components/requestBodies/none' }
      responses:
        '200': { $ref: '#/components/responses/none' }
        default: { description: d, headers: { X-A: { $ref: '#/components/headers/none' } } }
`
    expect((await errorsOf(loadFiles({ 'api.yaml': text }))).map((line) => line.split(' error')[0])).toEqual([
      'api.yaml:5:5 #/paths/~1a/$ref',
      'api.yaml:10:11 #/paths/~1b/get/parameters/0/$ref',
      'api.yaml:11:22 #/paths/~1b/get/requestBody/$ref',
      'api.yaml:13:18 #/paths/~1b/get/responses/200/$ref',
      'api.yaml:14:54 #/paths/~1b/get/responses/default/headers/X-A/$ref',
    ])
  })

  it('is refused when it leads through too many others', async () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [
        `A${index}`,
        { $ref: `#/components/schemas/A${index + 1}` },
      ]),
    )
    const errors = await errorsOf(loadObject(withSchemas('3.1.0', { ...schemas, A150: {} })))
    expect(errors).toHaveLength(49)
    expect(errors[0]).toBe(
      '#/components/schemas/A0/$ref error: the reference "#/components/schemas/A102" leads through more than 100 others | Refer to the value itself.',
    )
  })
})

describe('a problem in a file that is referred to', () => {
  it.each([
    [
      'a: [\n',
      'other.yaml:2:1 # error: this is not YAML: unexpected end of the stream within a flow collection | Correct the file at this place.',
    ],
    ['', 'other.yaml:1:1 # error: the file is empty | Write an OpenAPI document into it.'],
    [
      'Pet: { type: strin }',
      'other.yaml:1:8 #/Pet/type error: `type` must be one of `array`, `boolean`, `integer`, `null`, `number`, `object`, `string`, found the string "strin" | Did you mean `string`?',
    ],
    [
      'Pet: { minimum: .inf }',
      'other.yaml:1:8 #/Pet/minimum error: the number Infinity is no JSON value | Use a string, a finite number, a boolean, null, an array or an object.',
    ],
    [
      "Pet: { items: { $ref: '#/None' } }",
      'other.yaml:1:17 #/Pet/items/$ref error: "#/None" leads nowhere: the document has no "None" | Correct the reference, or add what it names.',
    ],
  ])('has its place there, once: %s', async (other, want) => {
    const files = {
      'api.yaml': refersTo('other.yaml#/Pet', '    B: { $ref: "other.yaml#/Pet" }\n'),
      'other.yaml': other,
    }
    expect(await errorsOf(loadFiles(files))).toEqual([want])
  })
})

describe('what is never read', () => {
  const outside =
    "is outside the document's folder and was not read | Move the file there, or allow its folder with the option `refs`."
  const fetched =
    'is a URL; nothing is fetched | Copy the file beside the document and refer to it by a relative path.'

  it.each([
    ['../secret.yaml', `the file "../secret.yaml" ${outside}`],
    ['../secret.yaml#/a', `the file "../secret.yaml" ${outside}`],
    ['%2e%2e/secret.yaml', `the file "../secret.yaml" ${outside}`],
    ['x/../../secret.yaml', `the file "x/../../secret.yaml" ${outside}`],
    ['..', `the file ".." ${outside}`],
    ['../none.yaml', `the file "../none.yaml" ${outside}`],
    ['../spec-2/a.yaml', `the file "../spec-2/a.yaml" ${outside}`],
    ['/etc/passwd', `the file "/etc/passwd" ${outside}`],
    ['link.yaml', `the file "link.yaml" ${outside}`],
    ['linked/secret.yaml', `the file "linked/secret.yaml" ${outside}`],
    ['https://example.com/a.yaml#/A', `"https://example.com/a.yaml#/A" ${fetched}`],
    ['HTTP://127.0.0.1:9/', `"HTTP://127.0.0.1:9/" ${fetched}`],
    ['file:///etc/passwd', `"file:///etc/passwd" ${fetched}`],
    ['//example.com/a.yaml', `"//example.com/a.yaml" ${fetched}`],
    ['data:,{}', `"data:,{}" ${fetched}`],
    ['C:\\secret.yaml', `"C:\\\\secret.yaml" ${fetched}`],
  ])('%s', async (reference, want) => {
    const cwd = temporaryFolder({
      'spec/api.yaml': refersTo(reference),
      'secret.yaml': 'type: string',
      'spec-2/a.yaml': 'type: string',
    })
    symlinkSync('../secret.yaml', join(cwd, 'spec/link.yaml'))
    symlinkSync('..', join(cwd, 'spec/linked'))
    expect(await errorsOf(load('spec/api.yaml', { cwd }))).toEqual([`spec/${PLACE} ${want}`])
  })

  it('from a mapping of a discriminator', async () => {
    const mapping = { a: '../secret.yaml', b: 'https://example.com/b', c: '/etc/passwd' }
    const text = `${HEAD}components: { schemas: { A: { oneOf: [{}], discriminator: { propertyName: p, mapping: ${JSON.stringify(mapping)} } } } }`
    expect((await errorsOf(loadFiles({ 'api.yaml': text }))).map((line) => line.split('error: ')[1])).toEqual(
      [
        `the file "../secret.yaml" ${outside}`,
        `"https://example.com/b" ${fetched}`,
        `the file "/etc/passwd" ${outside}`,
      ],
    )
  })

  it('from a file that may be read', async () => {
    const files = {
      'spec/api.yaml': refersTo('a/b.yaml'),
      'spec/a/b.yaml': "items: { $ref: '../../secret.yaml' }",
      'secret.yaml': '{}',
    }
    expect(await errorsOf(loadFiles(files, { spec: 'spec/api.yaml' }))).toEqual([
      `spec/a/b.yaml:1:10 #/items/$ref error: the file "../../secret.yaml" ${outside}`,
    ])
  })

  it('from plain data', async () => {
    const data = { $ref: '/etc/passwd' }
    const schema = { default: data, const: data, enum: [data], examples: [data], example: data, 'x-a': data }
    const content = {
      'application/json': {
        schema,
        example: data,
        examples: { a: { value: data, externalValue: 'http://localhost/' } },
      },
    }
    const paths = { '/a': { get: { operationId: 'a', responses: { 200: { description: 'd', content } } } } }
    const { document, files } = await loadObject({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths,
    })
    const { example: _, ...rest } = schema
    expect(document).toEqual({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {
        '/a': {
          get: {
            operationId: 'a',
            responses: {
              200: {
                description: 'd',
                content: {
                  'application/json': {
                    ...content['application/json'],
                    schema: { ...rest, examples: [data, data] },
                  },
                },
              },
            },
          },
        },
      },
    })
    expect(files).toEqual([])
  })
})

describe('the option `refs`', () => {
  const files = {
    'spec/api.yaml': refersTo('../shared/a.yaml'),
    'shared/a.yaml': "items: { $ref: 'b.yaml' }",
    'shared/b.yaml': 'type: string',
  }

  it('allows a folder', async () => {
    const cwd = temporaryFolder(files)
    const loaded = await load('spec/api.yaml', { cwd, refs: ['shared'] })
    expect(loaded.files).toEqual(
      ['spec/api.yaml', 'shared/a.yaml', 'shared/b.yaml'].map((file) => join(cwd, file)),
    )
    expect(loaded.document['components']).toEqual({
      schemas: { A: { items: { $ref: '#/components/schemas/b' } }, b: { type: 'string' } },
    })
  })

  it('allows a folder by a link', async () => {
    const cwd = temporaryFolder({ ...files, 'spec/api.yaml': refersTo('../link/a.yaml') })
    symlinkSync('shared', join(cwd, 'link'))
    expect((await load('spec/api.yaml', { cwd, refs: ['link'] })).files).toHaveLength(3)
  })

  it('is the only way for a document that is given as an object', async () => {
    const cwd = temporaryFolder(files)
    const document = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      components: { schemas: { A: { $ref: 'shared/a.yaml' } } },
    }
    expect(await errorsOf(load(document, { cwd }))).toEqual([
      '#/components/schemas/A/$ref error: the file "shared/a.yaml" is outside every folder that may be read and was not read | Move the file there, or allow its folder with the option `refs`.',
    ])
    expect((await load(document, { cwd, refs: ['shared'] })).files).toHaveLength(2)
  })
})

it('finds the files of a document that is named by a link beside the real one', async () => {
  const cwd = temporaryFolder({ 'real/api.yaml': refersTo('a.yaml'), 'real/a.yaml': 'type: string' })
  symlinkSync('real/api.yaml', join(cwd, 'api.yaml'))
  expect((await load('api.yaml', { cwd })).document['components']).toEqual({
    schemas: { A: { type: 'string' } },
  })
})
