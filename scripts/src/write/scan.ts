import type { Dirent } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { posix } from 'node:path'
import { each } from '../each.js'
import { onFile, type OutputFolder } from './output-folder.js'
import { errorCode } from './system-error.js'
import { isTemporary } from './temporary.js'

/** `generated`: a file with the toolkit's header. `foreign`: any other file or special file. `link`: a symbolic link. */
export type EntryKind = 'generated' | 'foreign' | 'link' | 'folder'

/** What lies in the output folder. */
export interface Scan {
  /** By path from the output folder, with `/`. Hidden files and `node_modules` are left out: they belong to other tools. */
  readonly entries: ReadonlyMap<string, EntryKind>
  /** Temporary files that a killed run left behind. */
  readonly leftovers: readonly string[]
  /** Folders that hold nothing at all: a run killed between making a folder and writing into it leaves one. */
  readonly emptyFolders: readonly string[]
}

/** Lists the output folder; symbolic links in it are not followed. A folder that does not exist is empty. */
export async function scan(folder: OutputFolder, header: string): Promise<Scan> {
  const found = await scanFolders([''], folder, header)
  return {
    entries: new Map(
      found.flatMap(({ path, kind }) => (kind === 'leftover' || kind === 'empty' ? [] : [[path, kind]])),
    ),
    leftovers: found.filter(({ kind }) => kind === 'leftover').map(({ path }) => path),
    emptyFolders: found.filter(({ kind }) => kind === 'empty').map(({ path }) => path),
  }
}

interface Entry {
  /** From the output folder; a folder without anything in it has a second entry, as `empty`. */
  readonly path: string
  readonly kind: EntryKind | 'leftover' | 'empty'
}

async function scanFolders(paths: readonly string[], folder: OutputFolder, header: string): Promise<Entry[]> {
  if (paths.length === 0) return []
  const listed = await each(paths, (parent) =>
    onFile(folder, parent, async (absolutePath) => {
      const dirents = await list(absolutePath)
      const ofInterest = dirents.filter(isOfInterest)
      return {
        parent,
        isEmpty: dirents.length === 0 && parent !== '',
        children: ofInterest.map((dirent) => ({ dirent, path: posix.join(parent, dirent.name) })),
      }
    }),
  )
  const empty = listed
    .filter(({ isEmpty }) => isEmpty)
    .map(({ parent }): Entry => ({ path: parent, kind: 'empty' }))
  const children = listed.flatMap((it) => it.children)
  const entries = await each(children, ({ dirent, path }) =>
    onFile(folder, path, async (absolutePath) => ({
      path,
      kind: await kindOf(dirent, absolutePath, header),
    })),
  )
  const folders = entries.filter(({ kind }) => kind === 'folder').map(({ path }) => path)
  return [...empty, ...entries, ...(await scanFolders(folders, folder, header))]
}

/** Hidden files and installed packages are none of the toolkit's, and not in its way. */
function isOfInterest({ name }: Dirent): boolean {
  return isTemporary(name) || !(name.startsWith('.') || name === 'node_modules')
}

async function list(path: string): Promise<Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

async function kindOf(dirent: Dirent, path: string, header: string): Promise<Entry['kind']> {
  if (isTemporary(dirent.name) && dirent.isFile()) return 'leftover'
  if (dirent.isSymbolicLink()) return 'link'
  if (dirent.isDirectory()) return 'folder'
  if (!dirent.isFile()) return 'foreign'
  return (await startsWithLine(path, header)) ? 'generated' : 'foreign'
}

/** Whether the first line of the file is `line`; reads no more of it than that. */
async function startsWithLine(path: string, line: string): Promise<boolean> {
  const wanted = Buffer.from(line)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted.length + 1), 0, wanted.length + 1, 0)
    if (!buffer.subarray(0, wanted.length).equals(wanted)) return false
    return bytesRead === wanted.length || /[\r\n]/.test(String.fromCharCode(buffer[wanted.length]!))
  } finally {
    await file.close()
  }
}
