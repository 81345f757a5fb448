import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { documentOf } from '../../model/read-model.js'
import type { SourceFile } from '../../../../scripts/src/emit/index.js'
import { typeErrors } from './compile.js'
import { printTypes } from './print.js'

/** Text that would do harm if it became code. Each calls `evil`, so that a trace of it can be found. */
const payloads = [
  "'; evil(); '",
  '"; evil(); "',
  '`${evil()}`',
  '*/ evil() /*',
  '**/evil()//*',
  '\\"; evil(); //',
  "\\'; evil(); //",
  'a\nevil()\n',
  'a\r\nevil()',
  'a\u2028evil()\u2029',
  ']: never; evil: [',
  '}; export const evil = 1; {',
  '[evil()]',
  '__proto__',
  'constructor',
  '%',
  '%27;evil()',
  '#/evil',
  'a#/b',
  'a/b~c~1d',
  '\uE010evil',
  '\uE0100',
  '\uD800evil',
  '\u202Eevil',
  '0',
  '1e999',
  '-1',
  '',
] as const

/** A document with a text in every place where it may stand. */
function hostileDocument(text: string): JsonObject {
  const words = { title: text, description: text }
  const annotations = { ...words, default: text, examples: [text, { [text]: text }], example: text }
  const response = {
    description: text,
    headers: { [text]: { ...words, schema: {} } },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Safe' } } },
  }
  const parameter = { name: text, in: 'query', description: text, schema: { type: 'string', ...annotations } }
  return documentOf({
    info: { ...words, version: text },
    servers: [{ url: text.replaceAll(/[{}]/g, ''), description: text }],
    paths: {
      [`/safe/${text.replaceAll(/[{}]/g, '')}`]: {
        description: text,
        parameters: [{ $ref: '#/components/parameters/Safe' }],
        put: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          parameters: [parameter, { ...parameter, in: 'header' }],
          requestBody: {
            description: text,
            content: { 'application/json': { schema: { type: 'string', ...annotations } } },
          },
          responses: { 200: response, 400: { $ref: '#/components/responses/Safe' } },
        },
      },
    },
    components: {
      parameters: { Safe: { ...parameter, name: `other ${text}` } },
      responses: { Safe: response },
      schemas: {
        Safe: {
          type: 'object',
          ...annotations,
          properties: {
            [text]: { type: 'string', ...annotations, deprecated: true },
            [`${text} too`]: { const: text },
          },
          required: [text],
          discriminator: { propertyName: text, mapping: { [text]: text, other: '#/__proto__' } },
        },
        [text]: { type: 'object', enum: [{ [text]: text }, text], ...annotations },
        Rest: {
          allOf: [
            { $ref: '#/components/schemas/Safe' },
            { type: 'object', properties: { [text]: { enum: [text] } } },
          ],
          required: [text],
          'x-enum-descriptions': [text],
        },
        Inner: { $ref: `#/components/schemas/Safe/properties/${reference(text)}` },
        Self: { $ref: `#/components/schemas/${reference(text)}` },
      },
    },
  })
}

function reference(text: string): string {
  const token = text.replaceAll('~', '~0').replaceAll('/', '~1')
  // A lone surrogate has no encoding in a URI.
  return /\p{Cs}/u.test(token) ? token : encodeURIComponent(token)
}

function print(text: string): readonly SourceFile[] {
  return printTypes(hostileDocument(text))
}

describe('text of the document', () => {
  it.each(payloads)('%j is never code', (text) => {
    for (const { path, content } of print(text)) {
      const file = ts.createSourceFile(path, content, ts.ScriptTarget.ESNext, true)
      expect(namesIn(file)).not.toContain('evil')
      expect(content).not.toMatch(/[\u2028\u2029\u202E\uD800-\uDFFF\uE000-\uF8FF]/)
    }
  })

  it.each(payloads)('%j is a name as it stands', (text) => {
    const openapi = print(text).find(({ path }) => path === 'types/openapi.ts')
    const file = ts.createSourceFile('openapi.ts', openapi!.content, ts.ScriptTarget.ESNext, true)
    expect(keysOf(file, 'components', 'schemas').toSorted()).toEqual(
      expect.arrayContaining([text, 'Safe', 'Rest', 'Inner', 'Self'].toSorted()),
    )
    expect(keysOf(file, 'components', 'schemas', 'Safe')).toEqual([text, `${text} too`])
    expect(keysOf(file, 'operations')).toEqual([text])
    expect(keysOf(file, 'operations', text, 'parameters', 'query')).toEqual([`other ${text}`, text])
  })

  it('compiles', () => {
    const files = payloads.flatMap((text, index) =>
      print(text).map(({ path, content }) => ({ path: `${index}/${path}`, content })),
    )
    expect(typeErrors(files)).toEqual([])
  }, 120_000)
})

/** The text of every identifier. */
function namesIn(file: ts.SourceFile): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return names
}

/** The keys of the object type at a path of keys, from an interface on. */
function keysOf(file: ts.SourceFile, name: string, ...path: readonly string[]): string[] {
  const declaration = file.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement))
    .find((statement) => statement.name.text === name)
  let members = declaration?.members
  for (const key of path) {
    const member = members?.filter(ts.isPropertySignature).find((signature) => keyText(signature) === key)
    members =
      member?.type !== undefined && ts.isTypeLiteralNode(member.type) ? member.type.members : undefined
  }
  return members?.filter(ts.isPropertySignature).map(keyText) ?? []
}

function keyText({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : ''
}
