import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { writeTree } from '../../temporary-folder.js'
import { orders } from './document.js'
import { type Conversions, emitted, folderWithPackages } from './emitted.js'

const time: JsonObject = { type: 'string', format: 'date-time' }

/** Schemas by the names of what generated code for conversions calls something, or the platform does. */
const named: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Names', version: '1' },
  paths: {},
  components: {
    schemas: Object.fromEntries(
      [
        'Temporal',
        'Instant',
        'PlainDate',
        'Date',
        'BigInt',
        'Codec',
        'DateTime',
        'Int64',
        'Decode',
        'Any',
        'Delete',
        'JsonTextOf',
      ].map((name): [string, JsonObject] => [
        name,
        {
          type: 'object',
          properties: {
            at: time,
            __proto__x: time,
            day: { type: 'string', format: 'date' },
            constructor: time,
          },
        },
      ]),
    ),
  },
}

const settings: Readonly<Record<string, Conversions>> = {
  date: { dateTime: 'Date', int64: 'bigint' },
  temporal: { dateTime: 'Temporal', int64: 'bigint', temporal: 'temporal-polyfill' },
}

/** `Temporal` is part of the platform that newer ones know. */
const withGlobal: Readonly<Record<string, Conversions>> = { global: { dateTime: 'Temporal' } }

const LIB = ['ES2022', 'DOM', 'DOM.Iterable']

it.each<[folder: string, settings: Readonly<Record<string, Conversions>>, options: object]>([
  ['typescript-5.5', settings, { lib: LIB }],
  // The types of the layers are tested with TypeScript 5.9.
  ['typescript-6', withGlobal, { lib: [...LIB, 'ESNext.Temporal'], erasableSyntaxOnly: true }],
  [
    'typescript-7',
    { ...settings, ...withGlobal },
    { lib: [...LIB, 'ESNext.Temporal'], erasableSyntaxOnly: true },
  ],
])('%s finds nothing in generated files', async (compiler, all, own) => {
  const folder = folderWithPackages({})
  for (const [name, conversions] of Object.entries(all)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they take all there is
    writeTree(join(folder, name, 'orders'), await emitted(orders, conversions))
    // oxlint-disable-next-line no-await-in-loop
    writeTree(join(folder, name, 'named'), await emitted(named, conversions))
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    target: 'ES2022',
    ...own,
  }
  writeTree(folder, {
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*/**/*.ts'], exclude: ['node_modules'] }),
  })
  const program = join(process.cwd(), 'node_modules', compiler, 'bin/tsc')
  const output = await promisify(execFile)(process.execPath, [
    program,
    '-p',
    folder,
    '--pretty',
    'false',
  ]).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
  )
  expect(output).toBe('')
})
