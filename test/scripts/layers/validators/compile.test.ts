import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import type { JsonValue } from '../../../../scripts/src/json.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { temporaryFolder } from '../../temporary-folder.js'
import { generatedModules } from '../import-validators.js'

/** Objects of many kinds, each of which may hold another. */
const nodes = Array.from({ length: 10 }, (_, kind) => ({
  type: 'object',
  required: ['kind'],
  properties: { kind: { const: kind }, child: { $ref: '#/components/schemas/Nodes' } },
}))

/** Schemas for which little or nothing has to be checked, so that a variable could be left over, or for which much has to be. */
const schemas: Readonly<Record<string, JsonValue>> = {
  AnyMap: { type: 'object', additionalProperties: true, properties: { a: { type: 'string' } } },
  AnyPattern: { type: 'object', patternProperties: { '^x': true } },
  ClosedButForPattern: { patternProperties: { '^x': true }, additionalProperties: false },
  Map: { type: 'object', additionalProperties: { type: 'string' } },
  NoProperties: { type: 'object', additionalProperties: false },
  SomePrefix: { type: 'array', prefixItems: [true, { type: 'string' }, true] },
  AnyPrefix: { type: 'array', prefixItems: [true, true] },
  ContainsAny: { type: 'array', contains: true, maxContains: 2 },
  ContainsNone: { type: 'array', contains: false },
  ContainsNothing: { type: 'array', contains: { type: 'string' }, minContains: 0 },
  AnyItems: { type: 'array', items: true },
  NoDependents: { dependentRequired: { a: [] } },
  Number: { type: 'number', minimum: 0 },
  Object: {
    type: 'object',
    properties: { prototype: { type: 'integer', maximum: 5 }, value: true, object: { type: 'object' } },
  },
  Nodes: { oneOf: nodes },
  AnyProperty: { type: 'object', properties: { a: true } },
  NumberWithLength: { type: ['number', 'null'], minLength: 1, maximum: 90 },
  StringWithMaximum: { type: ['string', 'null'], minLength: 1, maximum: 90 },
  Vast: {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 700 }, (_, index) => [`p${index}`, { type: 'string', format: 'uuid' }]),
    ),
  },
}

const flags: ts.CompilerOptions = {
  strict: true,
  noUnusedLocals: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  noEmit: true,
  types: [],
}

it('leaves no variable, constant or import over', () => {
  const modules = generatedModules(schemas, [types])
  const folder = temporaryFolder({ ...Object.fromEntries(modules), 'package.json': '{ "type": "module" }' })
  const program = ts.createProgram([join(folder, 'index.ts')], flags)
  const found = ts.getPreEmitDiagnostics(program)
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})
