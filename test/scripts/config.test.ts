import { expect, test } from 'vitest'
import { loadConfig } from '../../scripts/src/config.js'
import { GeneratorError } from '../../scripts/src/diagnostics.js'
import { readTree, temporaryFolder, type Tree, writeTree } from './temporary-folder.js'

const config = { spec: 'api.yaml', out: 'gen', layers: ['types'], formatter: 'none', refs: ['shared'] }
const text = JSON.stringify(config)

test.each<[string, Tree, unknown]>([
  ['no file', {}, {}],
  [
    'TypeScript',
    { 'strata.config.ts': `const config: object = ${text}\nexport default config as unknown` },
    config,
  ],
  ['a module', { 'strata.config.js': `export default ${text}` }, config],
  [
    'a module in a package of modules',
    { 'package.json': '{ "type": "module" }', 'strata.config.js': `export default ${text}` },
    config,
  ],
  ['CommonJS', { 'strata.config.js': `module.exports = ${text}` }, config],
  ['.mjs', { 'strata.config.mjs': `export default ${text}` }, config],
  ['JSON', { 'strata.config.json': text }, config],
  ['JSON with a byte order mark', { 'strata.config.json': `\uFEFF${text}` }, config],
  [
    'an import of a neighbour',
    {
      'strata.config.ts': "import { spec } from './spec.js'\nexport default { spec }",
      'spec.ts': 'export const spec: string = "a"',
    },
    { spec: 'a' },
  ],
  ['an undefined option', { 'strata.config.ts': 'export default { spec: undefined }' }, { spec: undefined }],
])('%s', async (_what, files, want) => {
  expect(await loadConfig(temporaryFolder(files))).toEqual(want)
})

test.each(['strata.config.ts', 'strata.config.js', 'strata.config.mjs'])(
  'a changed %s is read anew',
  async (name) => {
    const cwd = temporaryFolder({ [name]: 'export default { spec: "one" }' })
    expect(await loadConfig(cwd)).toEqual({ spec: 'one' })
    writeTree(cwd, { [name]: 'export default { spec: "two" }' })
    expect(await loadConfig(cwd)).toEqual({ spec: 'two' })
  },
)

test('nothing is written beside the configuration', async () => {
  const cwd = temporaryFolder({ 'strata.config.ts': 'export default {}', 'node_modules/a/index.js': '' })
  const before = readTree(cwd)
  await loadConfig(cwd)
  expect(readTree(cwd)).toEqual(before)
})

test('every problem of the options is reported, with its place', async () => {
  const cwd = temporaryFolder({
    'strata.config.ts': `export default {
      spec: 3, out: '', layers: ['types', 'mocks', null], formatter: 'biome', refs: 'shared', format: 'none', enums: 'enum', unknownEnumValues: true,
    }`,
  })
  expect(await problemsOf(cwd)).toEqual([
    ['/spec', '`spec` must be a path, but is 3'],
    ['/out', "`out` must be a path, but is ''"],
    [
      '/layers/1',
      "each of `layers` must be one of types, validators, codecs, builders, client, server, but is 'mocks'",
    ],
    [
      '/layers/2',
      'each of `layers` must be one of types, validators, codecs, builders, client, server, but is null',
    ],
    ['/formatter', "`formatter` must be one of prettier, oxfmt, none, but is 'biome'"],
    ['/refs', "`refs` must be a list, but is 'shared'"],
    [
      '/format',
      'there is no option `format`; the options are spec, out, layers, formatter, refs, enums, unknownEnumValues, dateTime, int64, temporal',
    ],
    ['/enums', "`enums` must be one of union, const, but is 'enum'"],
    ['/unknownEnumValues', '`unknownEnumValues` must be one of refuse, tolerate, but is true'],
  ])
})

test.each([
  ['an empty list of layers', 'export default { layers: [] }', '/layers', '`layers` must not be empty'],
  ['a list', 'export default []', '', 'it must be an object of options, but is []'],
  ['a function', 'export default () => ({})', '', 'it must be an object of options, but is [Function'],
  ['null', 'export default null', '', 'it must be an object of options, but is null'],
  [
    'the name of a prototype',
    'export default { ["__proto__"]: {}, constructor: 1 }',
    '/__proto__',
    'there is no option `__proto__`',
  ],
])('%s is refused', async (_what, content, pointer, message) => {
  const [problem] = await problemsOf(temporaryFolder({ 'strata.config.js': content }))
  expect(problem).toEqual([pointer, expect.stringContaining(message)])
})

test.each<[string, Tree, string]>([
  ['broken TypeScript', { 'strata.config.ts': 'export default {{' }, 'it cannot be loaded: ParseError'],
  [
    'a module that throws',
    { 'strata.config.mjs': 'throw new Error("no\\nluck")' },
    'it cannot be loaded: no luck',
  ],
  [
    'a module that is not there',
    { 'strata.config.ts': 'import "./none.js"' },
    "it cannot be loaded: Cannot find module './none.js'",
  ],
  ['broken JSON', { 'strata.config.json': '{ "spec": }' }, 'it cannot be loaded: Unexpected token'],
  ['two files', { 'strata.config.ts': '', 'strata.config.json': '{}' }, 'there is also strata.config.json'],
])('%s is an error that names the file', async (_what, files, message) => {
  const error: unknown = await loadConfig(temporaryFolder(files)).catch((it: unknown) => it)
  expect(error).toBeInstanceOf(GeneratorError)
  const file = Object.keys(files)[0]
  expect(error).toMatchObject({ diagnostics: [{ file, message: expect.stringContaining(message) }] })
})

async function problemsOf(cwd: string): Promise<[pointer: string, message: string][]> {
  const error: unknown = await loadConfig(cwd).catch((it: unknown) => it)
  if (!(error instanceof GeneratorError)) throw new Error('there was no problem', { cause: error })
  return error.diagnostics.map(({ pointer, message }) => [pointer, message])
}
