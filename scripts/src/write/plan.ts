import { GeneratorError } from '../diagnostics.js'
import { compareAll } from './compare.js'
import { fileProblem, type OutputFolder, shownPath } from './output-folder.js'
import { checkPaths } from './output-path.js'
import { type BlockedFile, isBlocked, isPlanned, type OutputFile, type PlannedFile } from './planned-file.js'
import { type EntryKind, scan, type Scan } from './scan.js'

/** What has to be done to bring the output folder up to date. */
export interface Plan {
  readonly folder: OutputFolder
  /** In the order of their paths. */
  readonly files: readonly PlannedFile[]
  readonly blocked: readonly BlockedFile[]
  /** Paths of files and links that the toolkit did not make, in order. */
  readonly foreign: readonly string[]
  /** Paths of the temporary files that a killed run left behind. */
  readonly leftovers: readonly string[]
  /** Paths of the folders that it left with nothing in them. */
  readonly emptyFolders: readonly string[]
}

/**
 * Compares what the output folder shall hold with what it holds. Nothing is changed. `header` is the first line of every file
 * that the toolkit makes.
 * @throws GeneratorError if a path could leave the folder, two paths differ in case alone, or the folder cannot be read.
 */
export async function plan(
  files: readonly OutputFile[],
  folder: OutputFolder,
  header: string,
): Promise<Plan> {
  checkPaths(files.map(({ path }) => path))
  checkHeaders(files, header, folder)
  const { entries, leftovers, emptyFolders } = await scan(folder, header)
  const compared = await compareAll(files, folder, entries)
  const wanted = new Set(files.map(({ path }) => path))
  const removed = pathsOf('generated', entries)
    .filter((path) => !wanted.has(path))
    .map((path): PlannedFile => ({ path, content: '', status: 'removed' }))
  return {
    folder,
    files: [...compared.filter(isPlanned), ...removed].toSorted(byPath),
    blocked: compared.filter(isBlocked),
    foreign: [...pathsOf('foreign', entries), ...pathsOf('link', entries)].toSorted(),
    leftovers,
    emptyFolders,
  }
}

/** @throws GeneratorError that names everything which is in the way of the plan. */
export function refuseBlocked({ folder, blocked }: Plan): void {
  if (blocked.length === 0) return
  const hint =
    'Only files that begin with the header line of openapi-strata are replaced: move or delete it, then generate again.'
  const obstacles = new Map(blocked.map(({ by, path }) => [by, path]))
  throw new GeneratorError(
    [...obstacles].map(([by, path]) =>
      fileProblem(folder, by, `it stands where ${shownPath(folder, path)} has to be written`, hint),
    ),
  )
}

/** A file without the header would be refused as a stranger by the next run; only a formatter can have taken it away. */
function checkHeaders(files: readonly OutputFile[], header: string, folder: OutputFolder): void {
  const bare = files.filter(({ content }) => content.split(/\r?\n/, 1)[0] !== header)
  if (bare.length === 0) return
  throw new GeneratorError(
    bare.map(({ path }) => {
      const message = `the formatter moved or changed the first line, ${JSON.stringify(header)}`
      return fileProblem(
        folder,
        path,
        message,
        'Find the plugin of the formatter that does so, or choose another formatter.',
      )
    }),
  )
}

function byPath(a: OutputFile, b: OutputFile): number {
  return a.path < b.path ? -1 : 1
}

function pathsOf(kind: EntryKind, entries: Scan['entries']): string[] {
  return [...entries].filter(([, it]) => it === kind).map(([path]) => path)
}
