import { posix } from 'node:path'
import type { SourceFile } from './print.js'

/** Gives the text of a shipped source file by its path in the output: `runtime/validators/issue.ts`. */
export type ReadRuntime = (path: string) => string

/** Folder of the shipped source files in the output. */
const FOLDER = 'runtime/'

/** The shipped source files among `used`, and those that they import. */
export function runtimeFiles(used: ReadonlySet<string>, readRuntime: ReadRuntime): SourceFile[] {
  const files = new Map<string, SourceFile>()
  const visit = (path: string): void => {
    if (files.has(path)) return
    const content = readRuntime(path)
    files.set(path, { path, content })
    for (const [, specifier] of content.matchAll(/from '(\.[^']+)\.js'/g)) {
      visit(posix.join(posix.dirname(path), `${specifier}.ts`))
    }
  }
  for (const path of used) if (path.startsWith(FOLDER)) visit(path)
  return [...files.values()]
}
