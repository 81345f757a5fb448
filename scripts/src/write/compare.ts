import { readFile } from 'node:fs/promises'
import { each } from '../each.js'
import { onFile, type OutputFolder } from './output-folder.js'
import { fold, foldersOf } from './output-path.js'
import type { BlockedFile, OutputFile, PlannedFile } from './planned-file.js'
import type { EntryKind, Scan } from './scan.js'

/** Compares each file with what lies in its place. */
export async function compareAll(
  files: readonly OutputFile[],
  folder: OutputFolder,
  entries: Scan['entries'],
): Promise<readonly (PlannedFile | BlockedFile)[]> {
  const obstacleOf = obstacleFinder(entries)
  return each(files, async (file) => {
    const by = obstacleOf(file.path)
    const kind = entries.get(file.path)
    const isRead = kind === 'generated' || (kind === 'foreign' && by === file.path)
    const previous = isRead ? await onFile(folder, file.path, (path) => readFile(path)) : undefined
    return by === undefined ? compare(file, previous) : block(file, by, previous)
  })
}

function compare(file: OutputFile, previous: Buffer | undefined): PlannedFile {
  if (previous === undefined) return { ...file, status: 'created' }
  if (previous.equals(Buffer.from(file.content))) return { ...file, status: 'unchanged' }
  return { ...file, status: 'changed', previous: previous.toString() }
}

function block(file: OutputFile, by: string, previous: Buffer | undefined): BlockedFile {
  return { ...file, by, ...(previous !== undefined && { previous: previous.toString() }) }
}

/**
 * Finds the entry that keeps a path from being written. Names that differ in case alone are in the way too, as on macOS and
 * Windows they mean the same file.
 */
function obstacleFinder(entries: Scan['entries']): (path: string) => string | undefined {
  const except = (allowed: EntryKind): Map<string, string> => {
    const others = [...entries].filter(([, kind]) => kind !== allowed)
    return new Map(others.map(([path]) => [fold(path), path]))
  }
  const noFile = except('generated')
  const noFolder = except('folder')
  return (path) => {
    const above = foldersOf(path).find((parent) => noFolder.has(fold(parent)))
    return above === undefined ? noFile.get(fold(path)) : noFolder.get(fold(above))
  }
}
