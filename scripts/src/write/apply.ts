import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { each } from '../each.js'
import { onFile, type OutputFolder } from './output-folder.js'
import { fold } from './output-path.js'
import { type Plan, refuseBlocked } from './plan.js'
import type { OutputFile } from './planned-file.js'
import { removeEmptyFolders, removeFiles } from './remove-files.js'
import { errorCode } from './system-error.js'
import { temporaryBeside } from './temporary.js'

/**
 * Brings the output folder up to date. All new content is written beside the old files first, and then each file is put in
 * its place by a rename: at any moment every file is wholly old or wholly new, and a failure to write changes none.
 * @throws GeneratorError if something is in the way, or the operating system refuses.
 */
export async function apply(plan: Plan): Promise<void> {
  refuseBlocked(plan)
  const { folder, files, leftovers, emptyFolders } = plan
  const written = files.filter(({ status }) => status === 'created' || status === 'changed')
  const removed = files.filter(({ status }) => status === 'removed').map(({ path }) => path)
  const staged = written.map(({ path, content }) => ({ path, content, temporary: temporaryBeside(path) }))
  await removeFiles(folder, leftovers)
  try {
    await each(staged, (file) => onFile(folder, file.path, () => stage(folder, file)))
    await removeFiles(folder, renamedInCase(removed, staged))
    await each(staged, (file) => onFile(folder, file.path, (path) => putInPlace(folder, file, path)))
  } catch (error) {
    const left = staged
      .map(({ temporary }) => temporary)
      .filter((path) => existsSync(join(folder.root, path)))
    // The first failure is the one to report; the next run removes what this one cannot.
    await removeFiles(folder, left).catch(() => undefined)
    throw error
  }
  await removeFiles(folder, removed)
  await removeEmptyFolders(folder, emptyFolders)
}

interface StagedFile extends OutputFile {
  /** Path of the file that holds the content until it is put in its place. */
  readonly temporary: string
}

/** Where case does not matter, what is found under the old name after the renames is the new file. */
function renamedInCase(removed: readonly string[], written: readonly OutputFile[]): string[] {
  const names = new Set(written.map(({ path }) => fold(path)))
  return removed.filter((path) => names.has(fold(path)))
}

async function stage(folder: OutputFolder, { content, temporary }: StagedFile): Promise<void> {
  const path = join(folder.root, temporary)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content, { flag: 'wx', flush: true })
}

async function putInPlace(folder: OutputFolder, file: StagedFile, path: string, retries = 2): Promise<void> {
  try {
    await rename(join(folder.root, file.temporary), path)
  } catch (error) {
    // A run at the same time may have taken the temporary file for one that a killed run left behind.
    if (errorCode(error) !== 'ENOENT' || retries === 0) throw error
    await stage(folder, file)
    await putInPlace(folder, file, path, retries - 1)
  }
}
