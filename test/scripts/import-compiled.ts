import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from './temporary-folder.js'
import { transpile } from './transpile.js'

/** Imports a module that `compileSchema` gave. Its exports have names that no type knows. */
export async function importCompiled(text: string): Promise<Readonly<Record<string, unknown>>> {
  const folder = temporaryFolder({ 'compiled.mjs': transpile(text) })
  return import(pathToFileURL(join(folder, 'compiled.mjs')).href)
}
