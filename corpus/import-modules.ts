import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from './grouping.js'

/** What came of importing modules. */
export interface ImportAnswer {
  readonly count: number
  /** Of those that threw. */
  readonly failures: readonly Finding[]
}

/** Imports every module below a folder. */
export async function importModules(folder: string): Promise<ImportAnswer> {
  const failures: Finding[] = []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((it) => it.endsWith('.js'))
  for (const path of paths.toSorted()) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each failure belongs to one module
      await import(pathToFileURL(join(folder, path)).href)
    } catch (error) {
      failures.push({ place: path, message: String(error) })
    }
  }
  return { count: paths.length, failures }
}
