import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { temporaryFolder } from './temporary-folder.js'

/** Imports a module that `compileSchema` gave. Its exports have names that no type knows. */
export async function importCompiled(text: string): Promise<Readonly<Record<string, unknown>>> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const folder = temporaryFolder({ 'compiled.mjs': ts.transpile(text, options) })
  return import(pathToFileURL(join(folder, 'compiled.mjs')).href)
}
