import type { Dirent } from 'node:fs'
import { access, constants, open, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { BuildContextProblem } from '../errors/build-context-error.js'
import type { Exclusions } from './exclusions.js'
import { systemMessage } from './system-message.js'
import type { TarEntry } from './tar-header.js'

/** A file of a build context. */
export interface ContextFile extends TarEntry {
  /** Where its content is. */
  readonly source: string
}

/** What a directory holds for a build. */
export interface ContextFiles {
  /** By path, in the order of code points. */
  readonly files: readonly ContextFile[]
  /** What can be neither archived nor left out in silence. */
  readonly problems: readonly BuildContextProblem[]
}

interface Walk {
  /** The directory, free of links. */
  readonly root: string
  readonly exclusions: Exclusions
  readonly signal: AbortSignal | undefined
  readonly files: ContextFile[]
  readonly problems: BuildContextProblem[]
}

/**
 * Finds the files below a directory that are not excluded. A link to a file counts as that file; every other kind of link, and what
 * is neither a file nor a directory, is a problem.
 * @param root absolute path of the directory, free of links
 */
export async function contextFiles(
  root: string,
  exclusions: Exclusions,
  signal?: AbortSignal,
): Promise<ContextFiles> {
  const walk: Walk = { root, exclusions, signal, files: [], problems: [] }
  await walkDirectory(walk, '')
  return { files: byCodePoint(walk.files, ({ name }) => name), problems: byCodePoint(walk.problems, pathOf) }
}

function pathOf({ path }: BuildContextProblem): string {
  return path
}

/** UTF-8 sorts as code points do, and UTF-16 does not. */
function byCodePoint<T>(items: readonly T[], textOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, key: Buffer.from(textOf(item)) }))
  return keyed.sort((a, b) => a.key.compare(b.key)).map(({ item }) => item)
}

/* oxlint-disable no-await-in-loop -- one file after the other: however many there are, one is open */
async function walkDirectory(walk: Walk, path: string): Promise<void> {
  walk.signal?.throwIfAborted()
  const entries = await attempt(walk, path || '.', () =>
    readdir(join(walk.root, path), { withFileTypes: true }),
  )
  for (const entry of entries ?? []) {
    const name = path === '' ? entry.name : `${path}/${entry.name}`
    if (walk.exclusions.match(name) === undefined) await visit(walk, name, entry)
  }
}

async function visit(walk: Walk, name: string, entry: Dirent): Promise<void> {
  // What Node puts in place of bytes that are not UTF-8; there is no file of that name to be opened.
  if (entry.name.includes('\uFFFD')) return refuse(walk, name, 'the name is not UTF-8; rename or exclude it')
  if (entry.isDirectory()) return walkDirectory(walk, name)
  if (!entry.isFile() && !entry.isSymbolicLink()) return refuse(walk, name, NO_FILE)
  const source = entry.isFile() ? join(walk.root, name) : await linkedFile(walk, name)
  if (source === undefined) return
  const file = await attempt(walk, name, async () => {
    await using handle = await open(source)
    return { name, size: (await handle.stat()).size, isExecutable: await isExecutable(source), source }
  })
  if (file !== undefined) walk.files.push(file)
}
/* oxlint-enable no-await-in-loop */

const NO_FILE = 'is neither a file nor a directory; exclude it'

/** The file that a link means, if it means one that may be archived. */
async function linkedFile(walk: Walk, name: string): Promise<string | undefined> {
  const source = await attempt(walk, name, () => realpath(join(walk.root, name)))
  if (source === undefined) return undefined
  const info = await attempt(walk, name, () => stat(source))
  if (info === undefined) return undefined
  if (isOutside(walk.root, source)) {
    return refuse(
      walk,
      name,
      `is a link out of the directory, to ${source}; copy that here, or exclude the link`,
    )
  }
  if (info.isDirectory()) {
    return refuse(
      walk,
      name,
      'is a link to a directory, which is not followed; copy that here, or exclude the link',
    )
  }
  return info.isFile() ? source : refuse(walk, name, NO_FILE)
}

function refuse({ problems }: Walk, path: string, message: string): undefined {
  problems.push({ path, message })
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '..' || way.startsWith(`..${sep}`)
}

/** Whether the current user may execute it, which on Windows is always so. */
async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Does something with a file; what the system says against it is a problem. */
async function attempt<T>({ problems }: Walk, path: string, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    problems.push({ path, message: systemMessage(error) })
    return undefined
  }
}
