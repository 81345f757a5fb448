import { cpSync, existsSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { typeScriptIn } from './generator-digest.js'

/**
 * Copies the generator and this package to `folder`, and compiles them there: processes start faster so, and what is edited while
 * the documents are examined concerns none of them.
 */
export async function takeSnapshot(root: string, folder: string): Promise<void> {
  const ignored = new Set(['node_modules', 'dist', 'results']) // of both packages
  for (const name of ['scripts', 'corpus', 'package-lock.json']) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !ignored.has(relative(join(root, name), path)),
    })
  }
  for (const path of ['node_modules', 'scripts/node_modules']) {
    if (existsSync(join(root, path))) symlinkSync(join(root, path), join(folder, path), 'junction')
  }
  const entryPoints = ['scripts/src', 'corpus'].flatMap((name) =>
    typeScriptIn(join(folder, name)).map((path) => join(folder, name, path)),
  )
  // Maps, so that an error tells its place in the source.
  await build({
    entryPoints,
    outbase: folder,
    outdir: folder,
    format: 'esm',
    target: 'es2022',
    sourcemap: 'inline',
  })
}
