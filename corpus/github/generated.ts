import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { generate, type LayerName } from '../../scripts/src/index.js'
import type { JsonObject } from '../../scripts/src/json.js'
import { load } from '../../scripts/src/load/index.js'
import type { ValidationResult } from '../../scripts/src/runtime/validation.js'
import { digestOf, generatorDigest, typeScriptIn } from '../generator-digest.js'

/** A result as the generated client gives it (`runtime/client/result.ts`). */
export interface CallResult {
  readonly ok: boolean
  readonly status: number
  readonly data?: unknown
  readonly error?: unknown
  readonly response: Response
}

/** What the function of an operation takes and gives, of a document that is known at run time alone. */
export type CallOperation = (client: unknown, input?: object, init?: object) => Promise<CallResult>

/** The client made from a document, as it is imported. */
export interface GeneratedClient {
  readonly client: Readonly<Record<string, CallOperation>>
  readonly createClient: (options: object) => unknown
}

/** The layers made from a document, as they are imported. */
export interface Generated extends GeneratedClient {
  readonly validators: Readonly<Record<string, (value: unknown) => ValidationResult<unknown>>>
  readonly createHandler: (handlers: object) => (request: Request) => Promise<Response>
  readonly routes: readonly { readonly id: string }[]
  /** The document as the generator reads it: of OpenAPI 3.1, whatever it was. */
  readonly document: JsonObject
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Of the sources that this process has loaded, or is about to. */
const loadedSources = generatorDigest(root)

/** Generates types, validators, client and server of a document, and imports them. */
export async function generated(spec: string): Promise<Generated> {
  const folder = await folderOf(spec, ['types', 'validators', 'client', 'server'])
  const { createHandler, routes } = await layerIn(folder, 'server')
  const validators = await layerIn(folder, 'validators')
  const document = JSON.parse(readFileSync(join(folder, 'document.json'), 'utf8')) as JsonObject // as `make` wrote it
  return { ...(await clientIn(folder)), createHandler, routes, validators, document }
}

/** Generates types and client of a document, and imports the client; says where the TypeScript of them is. */
export async function generatedClient(spec: string): Promise<GeneratedClient & { readonly sources: string }> {
  const folder = await folderOf(spec, ['types', 'client'])
  return { ...(await clientIn(folder)), sources: join(folder, 'ts') }
}

async function clientIn(folder: string): Promise<GeneratedClient> {
  const { createClient, ...client } = await layerIn(folder, 'client')
  return { createClient, client }
}

function layerIn(folder: string, name: string) {
  return import(pathToFileURL(join(folder, 'js', name, 'index.js')).href)
}

/**
 * The folder of layers of a document, made without a formatter, and as JavaScript beside that. It is kept until the document or the
 * generator is another: GitHub's takes more than a minute.
 */
async function folderOf(spec: string, layers: readonly LayerName[]): Promise<string> {
  const stem = `strata-corpus-${basename(spec)}-`
  const folder = join(tmpdir(), stem + digestOf(loadedSources, readFileSync(spec), layers.join()))
  if (!existsSync(folder)) {
    for (const older of readdirSync(tmpdir()).filter((it) => it.startsWith(stem)))
      removeFolder(join(tmpdir(), older))
    await make(spec, layers, folder)
  }
  return folder
}

/** In another folder until all of it is there, so that a run that was interrupted leaves nothing behind that looks whole. */
async function make(spec: string, layers: readonly LayerName[], folder: string): Promise<void> {
  const draft = mkdtempSync(join(tmpdir(), 'strata-corpus-draft-'))
  try {
    await write(spec, layers, draft)
    if (generatorDigest(root) !== loadedSources)
      throw new Error('The generator was changed while it ran; run again.')
    // Another run may have been faster.
    if (!existsSync(folder)) renameSync(draft, folder)
  } finally {
    removeFolder(draft)
  }
}

async function write(spec: string, layers: readonly LayerName[], folder: string): Promise<void> {
  const cwd = dirname(spec)
  const out = join(folder, 'ts')
  await generate({ spec, out, cwd, formatter: 'none', layers })
  const { document } = await load(spec, { cwd })
  writeFileSync(join(folder, 'document.json'), JSON.stringify(document))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const entryPoints = typeScriptIn(out).map((path) => join(out, path))
  await build({ entryPoints, outbase: out, outdir: join(folder, 'js'), format: 'esm', target: 'es2022' })
}

function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true })
}
