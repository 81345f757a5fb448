import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { collect } from '../../../../scripts/src/diagnostics.js'
import { printModules } from '../../../../scripts/src/emit/index.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { server } from '../../../../scripts/src/layers/server/index.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { validators } from '../../../../scripts/src/layers/validators/index.js'
import { buildModel } from '../../../../scripts/src/model/index.js'
import { readRuntime } from '../../../../scripts/src/read-runtime.js'
import type { ServerOptions } from '../../../../scripts/src/runtime/server/options.js'
import type { AnyReply } from '../../../../scripts/src/runtime/server/reply.js'
import type { Route } from '../../../../scripts/src/runtime/server/route.js'
import { type Tree, writeTree } from '../../temporary-folder.js'
import { transpileTree } from '../../transpile.js'

/** The generated files of the layer and of those that it needs. */
export function emitted(document: JsonObject): Tree {
  const { value: model } = collect((report) => buildModel(document, report))
  const modules = [types, validators, server].flatMap(({ build }) => [...build(model)])
  return Object.fromEntries(printModules(modules, readRuntime).map(({ path, content }) => [path, content]))
}

/** The generated layer at run time, when nothing is known of its handlers. */
export interface AnyServer {
  readonly createHandler: (
    handlers: Readonly<Record<string, (input: never) => AnyReply | Promise<AnyReply>>>,
    options?: ServerOptions & { readonly security?: object },
  ) => (request: Request) => Promise<Response>
  readonly routes: readonly Route[]
}

/** The generated layer, imported. */
export async function importServer(document: JsonObject): Promise<AnyServer> {
  const scripts = transpileTree(Object.entries(emitted(document)))
  return inFolder(scripts, (folder) => {
    return import(pathToFileURL(join(folder, 'server/index.js')).href)
  })
}

/** What the compiler says of the generated files, and of programs that lie beside them, by name. */
export async function compile(
  document: JsonObject,
  programs: Tree,
): Promise<Readonly<Record<string, string[]>>> {
  const paths = ['index.ts', ...Object.keys(programs)]
  const found = await inFolder({ ...emitted(document), ...programs }, (folder) => diagnose(folder, paths))
  // A program need not use all that it imports; generated files must.
  const isOf = (place: string) => (it: Finding) =>
    it.path === place && !(it.isUnused && Object.hasOwn(programs, place))
  const places = new Set([...paths, ...found.map(({ path }) => path)])
  return Object.fromEntries(
    [...places].map((place) => [place, found.filter(isOf(place)).map(({ text }) => text)]),
  )
}

interface Finding {
  readonly path: string
  readonly text: string
  readonly isUnused: boolean
}

function diagnose(folder: string, paths: readonly string[]): Finding[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    process.cwd(),
  )
  const files = paths.map((path) => join(folder, path))
  const program = ts.createProgram(files, { ...options, noEmit: true, types: [] })
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, reportsUnnecessary }) => ({
    path: file?.fileName.slice(folder.length + 1) ?? '',
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
    isUnused: reportsUnnecessary !== undefined,
  }))
}

/** Does something in a folder that holds ES modules, and is gone afterwards. */
async function inFolder<T>(files: Tree, action: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-test-')))
  try {
    writeTree(folder, { ...files, 'package.json': '{ "type": "module" }' })
    return await action(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
