import { readFileSync } from 'node:fs'

/** Reads a source file that ships inside the output by its path there: `runtime/validators/issue.ts`. */
export function readRuntime(path: string): string {
  // The package holds these files as source: `src` lies beside the folder of this module, be that `src` or `dist`.
  return readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8')
}
