import { opendir, realpath, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { BuildContextError, type BuildContextProblem } from '../errors/build-context-error.js'
import { type ContextFile, type ContextFiles, contextFiles } from './context-files.js'
import { type Exclusions, IGNORE_FILE, readExclusions } from './exclusions.js'
import { systemMessage } from './system-message.js'

/** What is to be built. */
export interface ContextRequest {
  readonly directory: string
  readonly exclude: readonly string[]
  readonly dockerfile: string
  readonly signal: AbortSignal | undefined
}

/** A directory that can be built. */
export interface Context {
  /** By path. */
  readonly files: readonly ContextFile[]
  /** Size of all files together, in bytes. */
  readonly size: number
  /** Path of the Dockerfile, which is one of them. */
  readonly dockerfile: string
}

/** @throws BuildContextError that names everything that keeps the directory from being built. */
export async function readContext({
  directory,
  exclude,
  dockerfile,
  signal,
}: ContextRequest): Promise<Context> {
  const refused = (path: string) => (error: unknown) => {
    throw new BuildContextError(directory, [{ path, message: systemMessage(error) }], { cause: error })
  }
  const root = await realDirectory(directory).catch(refused('.'))
  const exclusions = await readExclusions(root, exclude).catch(refused(IGNORE_FILE))
  const found = await contextFiles(root, exclusions, signal)
  const path = posix.normalize(dockerfile)
  const size = found.files.reduce((sum, file) => sum + file.size, 0)
  const problems = [
    ...excludeProblems(exclude, exclusions),
    ...(await dockerfileProblems(root, path, found, exclusions)),
    ...sizeProblems(found.files, size),
    ...found.problems,
  ]
  if (problems.length > 0) throw new BuildContextError(directory, problems)
  return { files: found.files, size, dockerfile: path }
}

/** The path of a directory, free of links; rejects with the error of the system if it is none or cannot be read. */
async function realDirectory(path: string): Promise<string> {
  const root = await realpath(path)
  await (await opendir(root)).close()
  return root
}

/** An exclusion that has no effect could be of a secret. */
function excludeProblems(exclude: readonly string[], { source }: Exclusions): BuildContextProblem[] {
  if (exclude.length === 0 || source !== IGNORE_FILE) return []
  const message =
    'is there, so that it alone counts and the option `exclude` does not; write the patterns into it'
  return [{ path: IGNORE_FILE, message }]
}

async function dockerfileProblems(
  root: string,
  path: string,
  { files, problems }: ContextFiles,
  exclusions: Exclusions,
): Promise<BuildContextProblem[]> {
  const ways = path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))
  if (files.some(({ name }) => name === path) || problems.some((problem) => ways.includes(problem.path))) {
    return []
  }
  const pattern = ways.map(exclusions.match).find((match) => match !== undefined)
  const exists = await stat(join(root, path)).then(
    (info) => info.isFile(),
    () => false,
  )
  if (exists && pattern !== undefined) {
    const message = `is excluded by ${JSON.stringify(pattern)}, one of ${exclusions.source}; a build needs its Dockerfile`
    return [{ path, message }]
  }
  const message =
    'is not a file, and a build needs a Dockerfile; write it, or name another with the option `dockerfile`'
  return [{ path, message }]
}

const MEBIBYTE = 1024 * 1024
/** What the service takes, measured as the vendor's CLI does. */
const LARGEST = 500 * MEBIBYTE
const SHOWN = 5

function sizeProblems(files: readonly ContextFile[], size: number): BuildContextProblem[] {
  if (size <= LARGEST) return []
  const largest = [...files].sort((a, b) => b.size - a.size).slice(0, SHOWN)
  const shown = largest.map((file) => `${file.name} (${mebibytes(file.size)})`).join(', ')
  const message =
    `the files have ${mebibytes(size)} together, and no more than ${mebibytes(LARGEST)} can be built; ` +
    `exclude what the build does not need. The largest: ${shown}`
  return [{ path: '.', message }]
}

function mebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(1)} MiB`
}
