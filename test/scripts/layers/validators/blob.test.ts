import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { blobSchema } from '../../../../scripts/src/value-schema.js'
import { temporaryFolder } from '../../temporary-folder.js'
import { generatedModules, importValidators } from '../import-validators.js'

const bytes = blobSchema({ description: 'Some bytes.' })
const blob = new Blob(['x'])
const file = new File(['x'], 'x')

/** Schemas with bytes in each place where they can be. */
const schemas = {
  Alone: bytes,
  Required: { type: 'object', required: ['file'], properties: { file: bytes, name: { type: 'string' } } },
  Optional: { type: 'object', properties: { file: bytes } },
  List: { type: 'array', items: bytes },
  Referring: { type: 'object', properties: { file: { $ref: '#/components/schemas/Alone' } } },
  Choice: { oneOf: [bytes, { type: 'string' }] },
  ChoiceOfObjects: { anyOf: [bytes, { type: 'object', required: ['a'] }] },
  Described: { description: 'More.', allOf: [{ $ref: '#/components/schemas/Alone' }] },
  Both: { allOf: [bytes, { $ref: '#/components/schemas/Alone' }] },
  Nullable: { anyOf: [bytes, { type: 'null' }] },
  Map: { type: 'object', additionalProperties: bytes },
  // What a schema of bytes says beside that is for what they are written as.
  Beside: { ...bytes, properties: { a: { type: 'string' } }, required: ['a'], minProperties: 1 },
} satisfies Readonly<Record<string, JsonValue>>

const accepted: readonly [keyof typeof schemas, unknown][] = [
  ['Alone', blob],
  ['Alone', file],
  ['Required', { file: blob, name: 'a' }],
  ['Optional', {}],
  ['Optional', { file }],
  ['List', [blob, file]],
  ['Referring', { file: blob }],
  ['Choice', blob],
  ['Choice', 'x'],
  ['ChoiceOfObjects', blob],
  ['ChoiceOfObjects', { a: 1 }],
  ['Both', blob],
  ['Described', blob],
  ['Nullable', blob],
  ['Nullable', null],
  ['Map', { a: blob }],
  ['Beside', blob],
]

const refused: readonly [keyof typeof schemas, unknown, string, string][] = [
  ['Alone', {}, '', 'must be a Blob, but is an object'],
  ['Alone', 'x', '', 'must be a Blob, but is a string'],
  ['Alone', null, '', 'must be a Blob, but is null'],
  ['Alone', undefined, '', 'must be a Blob, but is undefined'],
  ['Alone', new Uint8Array(1), '', 'must be a Blob, but is an object'],
  ['Required', {}, '', 'must have the property "file"'],
  ['Required', { file: 'x' }, '/file', 'must be a Blob, but is a string'],
  ['Optional', { file: null }, '/file', 'must be a Blob, but is null'],
  ['List', [blob, {}], '/1', 'must be a Blob, but is an object'],
  ['Referring', { file: [] }, '/file', 'must be a Blob, but is an array'],
  ['ChoiceOfObjects', {}, '', 'must have the property "a"'],
  ['Both', {}, '', 'must be a Blob, but is an object'],
  ['Described', {}, '', 'must be a Blob, but is an object'],
  ['Nullable', {}, '', 'must be a Blob, but is an object'],
  ['Map', { a: 1 }, '/a', 'must be a Blob, but is a number'],
  ['Beside', { a: 'x' }, '', 'must be a Blob, but is an object'],
]

test('bytes are a Blob', async () => {
  const validators = await importValidators(schemas)
  for (const [name, value] of accepted) {
    expect(validators[name].is(value), name).toBe(true)
    expect(validators[name].validate(value), name).toEqual({ value })
  }
})

test('what is no Blob is reported where it is', async () => {
  const validators = await importValidators(schemas)
  for (const [name, value, pointer, message] of refused) {
    expect(validators[name].is(value), name).toBe(false)
    const { issues = [] } = validators[name].validate(value)
    expect(
      issues.map((it) => [it.pointer, it.message]),
      name,
    ).toContainEqual([pointer, expect.stringContaining(message)])
  }
  expect(validators.Alone.validate(1)).toEqual({
    issues: [
      expect.objectContaining({
        keyword: 'type',
        schemaPath: '#/components/schemas/Alone/type',
        params: { type: 'Blob' },
      }),
    ],
  })
})

test('as JSON Schema, which has no bytes, they are what OpenAPI 3.0 says', async () => {
  const { Required } = await importValidators(schemas)
  const { properties } = Required.schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' })
  expect(properties).toEqual({
    file: { type: 'string', format: 'binary', description: 'Some bytes.' },
    name: { type: 'string' },
  })
})

test('their type is what the validators check', () => {
  const program = `
    import type { Alone, Beside, Choice, Described, List, Map, Nullable, Optional, Required } from './types/index.js'
    import { isRequired } from './validators/index.js'
    type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
    const is = <T extends true>(): T | undefined => undefined
    is<Equal<Alone, Blob>>()
    is<Equal<Required['file'], Blob>>()
    is<Equal<Optional['file'], Blob | undefined>>()
    is<Equal<List, Blob[]>>()
    is<Equal<Choice, Blob | string>>()
    is<Equal<Described, Blob>>()
    is<Equal<Nullable, Blob | null>>()
    is<Equal<Beside, Blob>>()
    is<Equal<Map[string], Blob>>()
    declare const value: unknown
    if (isRequired(value)) {
      is<Equal<typeof value.file, Blob>>()
      is<Equal<typeof value.name, string | undefined>>()
    }
  `
  const modules = Object.fromEntries(generatedModules(schemas, [types]))
  const folder = temporaryFolder({
    ...modules,
    'program.ts': program,
    'package.json': '{ "type": "module" }',
  })
  const compiled = ts.createProgram([join(folder, 'program.ts')], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    types: [],
  })
  const found = ts.getPreEmitDiagnostics(compiled)
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})
