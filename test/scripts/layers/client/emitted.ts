import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { collect } from '../../../../scripts/src/diagnostics.js'
import { printModules } from '../../../../scripts/src/emit/index.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { client } from '../../../../scripts/src/layers/client/index.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { buildModel } from '../../../../scripts/src/model/index.js'
import { readRuntime } from '../../../../scripts/src/read-runtime.js'
import type { Client, ClientOptions } from '../../../../scripts/src/runtime/client/client.js'
import type { Outcome } from '../../../../scripts/src/runtime/client/result.js'
import { temporaryFolder, type Tree, writeTree } from '../../temporary-folder.js'
import { transpileTree } from '../../transpile.js'

/** The generated files of the layer and of the one that it needs. */
export function emitted(document: JsonObject): Tree {
  const { value: model } = collect((report) => buildModel(document, report))
  const modules = [types, client].flatMap(({ build }) => [...build(model)])
  return Object.fromEntries(printModules(modules, readRuntime).map(({ path, content }) => [path, content]))
}

/** A generated function at run time, when nothing is known of its parameters. */
export type AnyFunction = (client: Client, params?: unknown, init?: unknown) => Promise<Outcome>

/** The generated client layer at run time. */
export interface AnyClientLayer {
  readonly createClient: (options?: ClientOptions) => Client
  readonly [operation: string]: AnyFunction | ((options?: ClientOptions) => Client)
}

/** The generated client layer of a document, imported. */
export async function importClient(document: JsonObject): Promise<AnyClientLayer> {
  const scripts = transpileTree(Object.entries(emitted(document)))
  const folder = folderWithPackages(scripts)
  return await import(pathToFileURL(join(folder, 'client/index.js')).href)
}

/** What the compiler says of the generated files and `program`, which lies beside them. */
export function compile(document: JsonObject, program: string): string[] {
  const folder = folderWithPackages({ ...emitted(document), 'program.ts': program })
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    process.cwd(),
  )
  const compiled = ts.createProgram([join(folder, 'program.ts')], { ...options, noEmit: true, types: [] })
  return ts.getPreEmitDiagnostics(compiled).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

/** A folder of an ES module package, in which the packages of the repository can be imported. */
function folderWithPackages(files: Tree): string {
  const folder = temporaryFolder()
  writeTree(folder, { ...files, 'package.json': '{ "type": "module" }' })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  return folder
}
