import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/src/generate.js'
import type { Config } from '../../scripts/src/options.js'
import { temporaryFolder, type Tree, writeTree } from '../scripts/temporary-folder.js'
import { shapes } from './compiled-shapes.js'

/** The compilers, by the folder that each is installed in; the flag that only newer ones know is left out for the oldest. */
const compilers = [
  ['5.5', 'typescript-5.5', {}],
  ['5.9', 'typescript', { erasableSyntaxOnly: true }],
  ['6', 'typescript-6', { erasableSyntaxOnly: true }],
  ['7', 'typescript-7', { erasableSyntaxOnly: true }],
] as const

const flags = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: false,
  skipLibCheck: false,
  noEmit: true,
  types: [],
}

/** How consumers resolve modules: as Node does, and as bundlers do. */
const resolutions = [
  {
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  },
  { module: 'ESNext', moduleResolution: 'Bundler', target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'] },
]

/** The layers that need no package, of a document of what the project's own does not say. */
const shapesFiles = readShapes({})

/** The same with the options that say more of enums. */
const enumFiles = readShapes({ enums: 'const', unknownEnumValues: 'tolerate' })

async function readShapes(options: Config): Promise<Tree> {
  const { files } = await generate({
    ...options,
    spec: shapes,
    layers: ['types', 'validators', 'builders', 'server'],
    formatter: 'none',
    write: false,
  })
  const made = files.filter(({ status }) => status !== 'removed')
  return Object.fromEntries(made.map(({ path, content }) => [path, content]))
}

async function compile(folder: string, options: object): Promise<string> {
  const root = process.cwd()
  const own = temporaryFolder({ 'package.json': '{ "type": "module" }', ...(await shapesFiles) })
  writeTree(join(own, 'enums'), await enumFiles)
  const project = {
    // What holds both folders, wherever temporary ones are.
    compilerOptions: { ...options, rootDir: parse(root).root },
    include: [join(root, 'generated'), join(own, '**/*.ts')],
  }
  const config = join(own, 'tsconfig.json')
  writeFileSync(config, JSON.stringify(project))
  const compiler = join(root, 'node_modules', folder, 'bin/tsc')
  return promisify(execFile)(process.execPath, [compiler, '-p', config, '--pretty', 'false']).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  )
}

describe.each(compilers)('TypeScript %s', (_, folder, own) => {
  it.each(resolutions)(
    'finds nothing in generated/ and in other shapes with moduleResolution $moduleResolution',
    async (resolution) => {
      expect(await compile(folder, { ...flags, ...own, ...resolution })).toBe('')
    },
  )
})
