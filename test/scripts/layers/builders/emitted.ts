import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { printModules } from '../../../../scripts/src/emit/index.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { builders } from '../../../../scripts/src/layers/builders/index.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { validators } from '../../../../scripts/src/layers/validators/index.js'
import { readRuntime } from '../../../../scripts/src/read-runtime.js'
import { temporaryFolder, type Tree, writeTree } from '../../temporary-folder.js'
import { transpileTree } from '../../transpile.js'
import { modelOf } from './model-of.js'

/** The generated files of the layer and of those that it needs, for a document with nothing but component schemas. */
export function emitted(schemas: JsonObject): Tree {
  const model = modelOf(schemas)
  const modules = [types, validators, builders].flatMap(({ build }) => [...build(model)])
  return Object.fromEntries(printModules(modules, readRuntime).map(({ path, content }) => [path, content]))
}

/** A builder at run time, when nothing is known of its methods. */
export interface AnyBuilder {
  readonly [method: string]: (...values: unknown[]) => AnyBuilder
}

/** The generated builders, imported. */
export async function importBuilders(schemas: JsonObject): Promise<Record<string, () => AnyBuilder>> {
  const scripts = transpileTree(Object.entries(emitted(schemas)))
  const folder = mkdtempSync(join(tmpdir(), 'strata-test-'))
  try {
    writeTree(folder, { ...scripts, 'package.json': '{ "type": "module" }' })
    return await import(pathToFileURL(join(folder, 'builders/index.js')).href)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * What the compiler says of the generated files and of `programs`, which lie beside them, under the flags that generated code
 * promises to compile with; and the work that it took.
 */
export function compile(schemas: JsonObject, programs: Tree) {
  const folder = temporaryFolder({ ...emitted(schemas), ...programs, 'package.json': '{ "type": "module" }' })
  const { config } = ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
  const files = Object.keys(programs).map((path) => join(folder, path))
  const unlike = { noUnusedLocals: false, noUnusedParameters: false, noEmit: true, types: [] }
  const compiled = ts.createProgram(files, { ...options, ...unlike, lib: ['lib.es2022.d.ts'] })
  const errors = ts.getPreEmitDiagnostics(compiled).map(({ file, start = 0, messageText }) => {
    const place =
      file && `${relative(folder, file.fileName)}:${file.getLineAndCharacterOfPosition(start).line + 1}`
    return `${place} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
  return { errors, instantiations: compiled.getInstantiationCount() }
}
