import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { JsonObject } from '../../scripts/src/json.js'
import type { BenchCase } from '../cases/case.js'
import { jsonSchemaOf } from '../json-schema.js'
import { type Contestant, type Reporter, reporter } from './contestant.js'
import { importPeer } from './peer.js'

interface AjvError {
  readonly instancePath: string
  readonly message?: string
}

interface Validate {
  (value: unknown): boolean
  readonly errors?: readonly AjvError[] | null
}

interface Ajv {
  compile(schema: JsonObject): Validate
}

interface Options {
  readonly strict: boolean
  readonly allErrors: boolean
  readonly code?: { readonly source: boolean }
}

async function ajvFor(options: Options): Promise<Ajv> {
  const { Ajv2020 } = await importPeer<{ Ajv2020: new (options: Options) => Ajv }>('ajv/dist/2020.js')
  const addFormats = await importPeer<{ default: { default: (ajv: Ajv) => void } }>('ajv-formats')
  const ajv = new Ajv2020(options)
  addFormats.default.default(ajv)
  return ajv
}

/**
 * Ajv's standalone code, once to stop at the first issue and once with `allErrors`. The functions that it compiles when the
 * program runs are the same.
 */
export const ajvStandalone: Contestant = {
  name: 'ajv standalone',
  compile: async (benchCase) => {
    const [first, all] = await Promise.all(
      [false, true].map(async (allErrors) => {
        const file = await standaloneFile(benchCase, allErrors)
        return (await importPeer<{ default: Validate }>(pathToFileURL(file).href)).default
      }),
    )
    return { is: first!, reporter: reporterOf(all!) }
  },
}

function reporterOf(all: Validate): Reporter {
  return reporter<AjvError>({
    errorsOf: (value) => (all(value) ? [] : (all.errors ?? [])),
    place: ({ instancePath }) => instancePath,
    message: ({ message = '' }) => message,
  })
}

/** Writes Ajv's standalone code to a file, from which it can require what it needs of Ajv. */
export async function standaloneFile({ schemas, root }: BenchCase, allErrors: boolean): Promise<string> {
  const standalone = await importPeer<{ default: { default: (ajv: Ajv, validate: Validate) => string } }>(
    'ajv/dist/standalone/index.js',
  )
  const ajv = await ajvFor({ strict: false, allErrors, code: { source: true } })
  const code = standalone.default.default(ajv, ajv.compile(jsonSchemaOf(schemas, root)))
  const folder = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const file = `${folder}${randomUUID()}.cjs`
  writeFileSync(file, code)
  process.once('exit', () => rmSync(file))
  return file
}
