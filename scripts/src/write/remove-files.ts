import { rmdir, unlink } from 'node:fs/promises'
import { each } from '../each.js'
import { onFile, type OutputFolder } from './output-folder.js'
import { foldersOf } from './output-path.js'
import { errorCode } from './system-error.js'

/** Removes files of the output folder, and then the folders that are empty without them. Absent files are as good as removed. */
export async function removeFiles(folder: OutputFolder, paths: readonly string[]): Promise<void> {
  await each(paths, (path) => onFile(folder, path, (it) => allow(['ENOENT'], () => unlink(it))))
  await removeEmptyFolders(folder, paths.flatMap(foldersOf))
}

/** Removes those of the folders that hold nothing, and then those above them that hold nothing without them. */
export async function removeEmptyFolders(folder: OutputFolder, paths: readonly string[]): Promise<void> {
  const all = new Set(paths.flatMap((path) => [path, ...foldersOf(path)]))
  const parents = [...all].toSorted((a, b) => b.length - a.length)
  // In turn, so that a folder comes after all that lie in it.
  await parents.reduce(async (before, parent) => {
    await before
    await onFile(folder, parent, (it) => allow(['ENOENT', 'ENOTEMPTY', 'EEXIST'], () => rmdir(it)))
  }, Promise.resolve())
}

async function allow(codes: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!codes.includes(errorCode(error) ?? '')) throw error
  }
}
