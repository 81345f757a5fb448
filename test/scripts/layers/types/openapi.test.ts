import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { documentOf, schemasDocument } from '../../model/read-model.js'
import { typeErrors } from './compile.js'
import { fileText, printTypes } from './print.js'

function openapiText(document: JsonObject): string {
  return fileText(printTypes(document), 'types/openapi.ts')
}

describe('what openapi-typescript prints', () => {
  it('is exported, and no more than its three interfaces', () => {
    const files = printTypes(documentOf({}))
    expect(fileText(files, 'types/index.ts')).toContain(
      "export type { paths, components, operations } from './openapi.js'",
    )
    expect(fileText(files, 'types/openapi.ts').match(/^export (?:type|interface) \w+/gm)).toEqual([
      'export type paths',
      'export interface components',
      'export type operations',
    ])
    expect(typeErrors(files)).toEqual([])
  })

  it.each<readonly [why: string, schema: JsonObject, comment: string]>([
    ['a description', { description: 'Text.' }, '/** Text. */'],
    [
      'title and description, as prose',
      { title: 'Title', description: 'One.\n\n- two\n    three\n' },
      '/**\n * Title\n *\n * One.\n *\n * - two\n *     three\n */',
    ],
    ['the same text once', { title: 'Same', description: 'Same' }, '/** Same */'],
    [
      'what is printed with a tag',
      {
        description: 'Text',
        format: 'uuid',
        deprecated: true,
        default: 1,
        example: 0,
        examples: ['a', { b: 1 }],
      },
      '/**\n * Text\n * Format: uuid\n * @deprecated\n * @default 1\n * @example 0\n * @example a\n * @example {\n *   "b": 1\n * }\n */',
    ],
    [
      'no tag of its own',
      { description: '@deprecated\n  @internal a@b', examples: ['a\n@deprecated'] },
      '/**\n * \\@deprecated\n *   \\@internal a@b\n * @example a\n * \\@deprecated\n */',
    ],
    ['no format that is no word', { description: 'Text', format: 'a\n@deprecated' }, '/** Text */'],
  ])('has comments with %s', (_, schema, comment) => {
    const text = openapiText(schemasDocument({ It: { type: 'string', ...schema } }))
    const found = /schemas: \{\n([^]*?)\n {8}It: string;/.exec(text)?.[1]
    expect(found?.replaceAll(/^ {8}/gm, '')).toBe(comment)
  })

  it('describes operations, parameters and headers', () => {
    const text = openapiText(
      documentOf({
        paths: {
          '/a': {
            get: {
              operationId: 'get',
              summary: 'Get',
              description: 'Gets it',
              deprecated: true,
              parameters: [
                { name: 'p', in: 'query', description: 'One', deprecated: true, schema: { type: 'integer' } },
              ],
              responses: {
                200: {
                  description: 'Fine',
                  headers: {
                    'X-A': {
                      description: 'A',
                      required: true,
                      deprecated: true,
                      schema: { type: 'integer' },
                    },
                    'X-B': { $ref: '#/components/headers/B' },
                  },
                },
              },
            },
          },
        },
        components: { headers: { B: { schema: { type: 'boolean' } } } },
      }),
    )
    const doc = ['/**', ' * Get', ' *', ' * Gets it', ' * @deprecated', ' */', 'get: '].join('\n        ')
    expect(text).toContain(doc)
    expect(text.slice(text.indexOf('export interface operations')).trim()).toBe(OPERATIONS.trim())
  })

  it('says what is for reading alone', () => {
    const It = { type: 'object', properties: { a: { type: 'string', readOnly: true } } }
    expect(openapiText(schemasDocument({ It }))).toContain('readonly a?: string;')
  })

  it('refers to components and to nothing else', () => {
    const responses = {
      200: { $ref: '#/components/responses/One' },
      201: { $ref: '#/paths/~1a/get/responses/202' },
      202: { description: 'Own' },
    }
    const text = openapiText(
      documentOf({
        paths: {
          '/a': {
            parameters: [{ $ref: '#/components/parameters/A' }, { $ref: '#/paths/~1a/get/parameters/0' }],
            get: {
              operationId: 'get',
              responses,
              parameters: [{ name: 'b', in: 'query', schema: { type: 'null' } }],
            },
          },
          '/b': { $ref: '#/components/pathItems/B' },
        },
        components: {
          parameters: { A: { name: 'a', in: 'query', schema: { type: 'boolean' } } },
          responses: { One: { $ref: '#/components/responses/Two' }, Two: { description: 'Two' } },
          pathItems: {
            B: { put: { operationId: 'put', requestBody: { $ref: '#/components/requestBodies/C' } } },
          },
          requestBodies: { C: { content: { 'application/json': { schema: { type: 'integer' } } } } },
        },
      }),
    )
    expect(text).toContain('200: components["responses"]["One"]')
    expect(text).toContain('a?: components["parameters"]["A"]')
    expect(text).toContain('requestBody?: components["requestBodies"]["C"]')
    expect(text).not.toContain('paths[')
    expect(text.match(/^ {4}put: \{/gm)).toHaveLength(1)
    expect(text).toMatch(
      /One: \{\n\s+headers: \{\n\s+\[name: string\]: unknown;\n\s+\};\n\s+content\?: never;/,
    )
    expect(text).toMatch(/\/\*\* Two \*\/\n\s+Two: /)
  })

  it('says nothing of a discriminator, which does not change what is valid', () => {
    const plain = {
      Cat: { type: 'object', properties: { kind: { type: 'string' } } },
      Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }] },
    }
    const discriminator = {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', proto: '#/__proto__' },
    }
    const Pet = { ...plain.Pet, discriminator }
    expect(openapiText(schemasDocument({ ...plain, Pet }))).toBe(openapiText(schemasDocument(plain)))
    expect({}).not.toHaveProperty('properties')
  })

  it('leaves the document as it is', () => {
    const document = schemasDocument({
      It: {
        $defs: { a: true },
        const: null,
        allOf: [true],
        anyOf: [{ $ref: '#/components/schemas/It/$defs/a' }],
      },
    })
    const before = JSON.stringify(document)
    printTypes(document)
    expect(JSON.stringify(document)).toBe(before)
  })

  it('gives the same text each time', () => {
    const document = schemasDocument({ It: { type: 'object', properties: { '%': true, 1: true } } })
    expect(printTypes(document)).toEqual(printTypes(document))
  })
})

const OPERATIONS = `
export interface operations {
    get: {
        parameters: {
            query?: {
                /**
                 * One
                 * @deprecated
                 */
                p?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Fine */
            200: {
                headers: {
                    /**
                     * A
                     * @deprecated
                     */
                    "X-A": number;
                    "X-B"?: boolean;
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
`
