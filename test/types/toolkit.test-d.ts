import { expectTypeOf, test } from 'vitest'
import {
  check,
  type CheckResult,
  compileSchema,
  defineConfig,
  type Diagnostic,
  generate,
  type GenerateResult,
  GeneratorError,
} from '../../scripts/src/index.js'

test('a configuration is typed', () => {
  defineConfig({ spec: 'api.yaml', out: 'gen', layers: ['types'], formatter: 'oxfmt', refs: ['shared'] })
  defineConfig({ enums: 'const', unknownEnumValues: 'tolerate' })
  defineConfig({})
  // @ts-expect-error there is no such layer
  defineConfig({ layers: ['mocks'] })
  // @ts-expect-error there is no such formatter
  defineConfig({ formatter: 'biome' })
  // @ts-expect-error there is no such style of enums
  defineConfig({ enums: 'enum' })
  // @ts-expect-error unknown values are refused or tolerated
  defineConfig({ unknownEnumValues: true })
  // @ts-expect-error there is no such option
  defineConfig({ specs: 'api.yaml' })
})

test('generate and check take a path or a parsed document', () => {
  expectTypeOf(generate).toBeCallableWith({ spec: 'api.yaml', write: false })
  expectTypeOf(check).toBeCallableWith({ spec: { openapi: '3.1.0', info: { title: 'T', version: '1' } } })
  // @ts-expect-error the document must be named
  void generate({ out: 'generated' })
  // @ts-expect-error check never writes
  void check({ spec: 'api.yaml', write: false })
})

test('results are typed', () => {
  expectTypeOf(generate).returns.resolves.toEqualTypeOf<GenerateResult>()
  expectTypeOf(check).returns.resolves.toEqualTypeOf<CheckResult>()
  expectTypeOf<GenerateResult['files'][number]['status']>().toEqualTypeOf<
    'created' | 'changed' | 'unchanged' | 'removed'
  >()
  expectTypeOf<CheckResult['drift'][number]['kind']>().toEqualTypeOf<
    'stale' | 'missing' | 'obsolete' | 'foreign'
  >()
  expectTypeOf<GeneratorError['diagnostics']>().toEqualTypeOf<readonly Diagnostic[]>()
})

test('compileSchema takes a schema and gives a module', () => {
  expectTypeOf(compileSchema).toBeCallableWith(true)
  expectTypeOf(compileSchema).toBeCallableWith(
    { $ref: 'a' },
    { remotes: { a: { type: 'string' } }, name: 'A' },
  )
  expectTypeOf(compileSchema).returns.toEqualTypeOf<string>()
  expectTypeOf(compileSchema).toBeCallableWith({}, { onWarning: ({ pointer }: Diagnostic) => void pointer })
  // @ts-expect-error a schema is an object or a boolean
  compileSchema('string')
  // @ts-expect-error there is no such dialect
  compileSchema({}, { dialect: 'draft-07' })
})
