import { inspect } from 'node:util'
import type { Output, Reporter } from './reporter.js'

/** One JSON object on the standard output, whatever happens. */
export function jsonReporter({ stdout, stderr }: Output, { debug }: { readonly debug: boolean }): Reporter {
  const write = (ok: boolean, report: object): void => {
    stdout.write(`${JSON.stringify({ ok, ...report }, undefined, 2)}\n`)
  }
  return {
    progress: () => undefined,
    generated: ({ files, out, layers, diagnostics, timings }) => {
      // Without the contents: they are on the disk.
      const statuses = files.map(({ path, status }) => ({ path, status }))
      write(true, { out, files: statuses, layers, diagnostics, timings })
    },
    checked: (result) => write(result.upToDate, result),
    watching: () => undefined,
    failed: (diagnostics) => write(false, { diagnostics }),
    crashed: (error) => {
      if (debug) stderr.write(`${inspect(error)}\n`)
      write(false, { error: error instanceof Error ? error.message : String(error) })
    },
  }
}
