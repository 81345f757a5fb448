import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type Diagnostic, GeneratorError } from '../diagnostics.js'
import { errorCode } from './system-error.js'

/** The folder that everything generated lies in. */
export interface OutputFolder {
  /** Absolute, with symbolic links resolved if it exists. */
  readonly root: string
  /** As a reader knows it: from the working directory, with `/`. */
  readonly shown: string
}

/**
 * The output folder `out`, which need not exist yet; relative paths start at `cwd`.
 * @throws GeneratorError if it is a file, or holds the working directory: it must be a folder of its own, as obsolete files
 * in it are removed.
 */
export async function outputFolder(out: string, cwd: string): Promise<OutputFolder> {
  const path = resolve(cwd, out)
  const shown = relative(cwd, path).split(sep).join('/') || '.'
  const root = await realpath(path).catch(() => path)
  const workingDirectory = await realpath(cwd).catch(() => cwd)
  const fail = (message: string, hint: string): never => {
    throw new GeneratorError([{ severity: 'error', pointer: '', file: shown, message, hint }])
  }
  if (contains(root, workingDirectory)) {
    fail('the output folder holds the working directory', 'Name a folder of its own, such as `generated`.')
  }
  if (await isFile(root)) fail('the output folder is a file', 'Name another folder, or remove the file.')
  return { root, shown }
}

/** A problem of a file in the output folder. `path` is from that folder, `''` for the folder itself. */
export function fileProblem(folder: OutputFolder, path: string, message: string, hint: string): Diagnostic {
  return { severity: 'error', pointer: '', file: shownPath(folder, path), message, hint }
}

/** The path of a file in the output folder as a reader knows it. */
export function shownPath(folder: OutputFolder, path: string): string {
  return path === '' ? folder.shown : `${folder.shown}/${path}`
}

/**
 * Does `work` on a file of the output folder, given its absolute path.
 * @throws GeneratorError where the operating system refuses.
 */
export async function onFile<T>(
  folder: OutputFolder,
  path: string,
  work: (absolutePath: string) => Promise<T>,
): Promise<T> {
  try {
    return await work(join(folder.root, path))
  } catch (error) {
    const code = errorCode(error)
    if (code === undefined) throw error
    const hint = 'The output folder could not be brought up to date; see to this and run again.'
    throw new GeneratorError([fileProblem(folder, path, meaningOf(code), hint)])
  }
}

/** What the error codes of the operating system mean to a reader. */
const MEANINGS = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'operation not permitted'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'no space is left on the disk'],
  ['EDQUOT', 'the disk quota is used up'],
  ['ENAMETOOLONG', 'the name is too long for the file system'],
  ['ENOTDIR', 'a file stands where a folder is needed'],
  ['EEXIST', 'something else stands where a folder is needed'],
  ['EISDIR', 'a folder stands where a file is needed'],
  ['ELOOP', 'its symbolic links go round in a circle'],
  ['EMFILE', 'too many files are open'],
  ['EBUSY', 'another program uses it'],
])

function meaningOf(code: string): string {
  return MEANINGS.get(code) ?? `the operating system says ${code}`
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => !stats.isDirectory(),
    () => false,
  )
}
