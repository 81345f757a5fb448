import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { BenchCase, Finding } from '../cases/case.js'
import { compiled } from '../compiled.js'
import { temporaryFolder } from '../temporary.js'
import { type Contestant, reporter } from './contestant.js'

/** A check that a careful person writes for a schema, with the answers that the schema gives. */
export interface ByHand {
  readonly is: (value: unknown) => boolean
  readonly issuesOf: ((value: unknown) => readonly Finding[]) | undefined
  /** A copy with the known properties alone. */
  readonly known: ((value: unknown) => unknown) | undefined
}

/** The check written by hand: what the others are measured by. */
export const byHand: Contestant = {
  name: 'hand-written',
  compile: async (benchCase) => {
    const { is, issuesOf } = await byHandOf(benchCase)
    if (issuesOf === undefined) return { is }
    return {
      is,
      reporter: reporter({
        errorsOf: issuesOf,
        place: ({ pointer }) => pointer,
        message: ({ message }) => message,
      }),
    }
  },
}

/** What is written by hand for a case, freshly imported. */
export async function byHandOf({
  byHand: { module, is, issuesOf = '', known = '' },
}: BenchCase): Promise<ByHand> {
  const folder = temporaryFolder(byHandFiles())
  const functions = await import(pathToFileURL(join(folder, `${module}.js`)).href)
  return { is: functions[is], issuesOf: functions[issuesOf], known: functions[known] }
}

/** Everything that is written by hand, as JavaScript modules by path. */
export function byHandFiles(): Map<string, string> {
  const folder = fileURLToPath(new URL('../by-hand', import.meta.url))
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  return compiled(paths.map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') })))
}
