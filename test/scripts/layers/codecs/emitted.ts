import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generate } from '../../../../scripts/src/generate.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import type { Config } from '../../../../scripts/src/options.js'
import { temporaryFolder, type Tree, writeTree } from '../../temporary-folder.js'
import { transpileTree } from '../../transpile.js'
import type { AnyClientLayer } from '../client/emitted.js'
import type { AnyServer } from '../server/emitted.js'

/** Options of conversions. */
export type Conversions = Pick<Config, 'dateTime' | 'int64' | 'temporal'>

/** The generated files of a document, not formatted. */
export async function emitted(document: JsonObject, conversions: Conversions): Promise<Tree> {
  const { files } = await generate({ spec: document, formatter: 'none', write: false, ...conversions })
  const made = files.filter(({ status }) => status !== 'removed')
  return Object.fromEntries(made.map(({ path, content }) => [path, content]))
}

/** The generated layers at run time. */
export interface AnyLayers {
  readonly client: AnyClientLayer
  readonly server: AnyServer & {
    readonly createWebhookHandler: (handlers: object) => (request: Request) => Promise<Response>
  }
  readonly validators: Readonly<Record<string, (value: unknown) => unknown>>
  readonly codecs: Readonly<Record<string, (value: unknown) => unknown>>
}

/** The generated layers of a document, imported. */
export async function importLayers(document: JsonObject, conversions: Conversions): Promise<AnyLayers> {
  const folder = folderWithPackages(transpileTree(Object.entries(await emitted(document, conversions))))
  return import(pathToFileURL(join(folder, 'index.js')).href)
}

/** A folder of an ES module package, in which the packages of the repository can be imported. */
export function folderWithPackages(files: Tree): string {
  const folder = temporaryFolder()
  writeTree(folder, { ...files, 'package.json': '{ "type": "module" }' })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}
