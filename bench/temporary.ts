import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A new folder with files by path, which lasts as long as the process. */
export function temporaryFolder(files: ReadonlyMap<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-bench-')))
  if (process.env['BENCH_KEEP'] === undefined) {
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
