import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { onTestFinished } from 'vitest'

/** Files by path from a folder, with `/`. */
export type Tree = Readonly<Record<string, string>>

/** A new folder that holds `files` and lasts until the test ends. */
export function temporaryFolder(files: Tree = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-test-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeTree(folder, files)
  return folder
}

/** Writes files and the folders that they need. */
export function writeTree(folder: string, files: Tree): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Every regular file at or below `folder`, hidden ones too. */
export function readTree(folder: string): Tree {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return Object.fromEntries(
    paths.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}
