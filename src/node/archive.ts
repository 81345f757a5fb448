import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BuildContextError } from '../errors/build-context-error.js'
import { checkArchiveOptions } from './check-build-options.js'
import { readContext } from './context.js'
import type { ContextFile } from './context-files.js'
import { gzip } from './gzip.js'
import { ReadError, tar } from './tar.js'

/** What of a directory is archived. */
export interface ArchiveOptions {
  /**
   * Patterns of what is left out besides the default exclusions, such as `.git`, `.env`, `node_modules` and `*.log`. A pattern is one
   * of Python's `fnmatch`: `*` is any text, slashes included, `?` a character, `[a-z]` one of a set. It excludes whatever has a path,
   * or a part of a path, that it matches.
   *
   * A directory with a `.dockerignore` says by that file alone what is left out, the default exclusions included; then `exclude` must
   * be empty. There too the patterns are those of `fnmatch`: a `!` excepts nothing.
   * @default []
   */
  readonly exclude?: readonly string[] | undefined
  /**
   * Path of the Dockerfile, relative to the directory and inside of it.
   * @default 'Dockerfile'
   */
  readonly dockerfile?: string | undefined
  /** Ends the work, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** An archive of a directory, a gzipped tar, in a temporary file that is there until it is removed. */
export interface Archive extends AsyncDisposable {
  /** Path of the file. */
  readonly path: string
  /** Size of the file, in bytes. */
  readonly size: number
  /** First 16 hexadecimal digits of the MD5 of the file: the `contextHash` by which the service knows a build again. */
  readonly contextHash: string
  /** What it holds, in its order: paths relative to the directory, with `/` between their parts. */
  readonly files: readonly string[]
  /** Size of all those files together, in bytes. */
  readonly uncompressedSize: number
  /** Path of the Dockerfile in the archive. */
  readonly dockerfile: string
  /** Removes the file. */
  remove(): Promise<void>
}

/**
 * Archives a directory for a build as the vendor's CLI does: the same directory becomes the same bytes with both, on every machine, so
 * that a build by the one is found by the other. Only files count, with their content and whether the current user may execute them.
 *
 * @example
 * await using archive = await archiveDirectory('my-agent')
 *
 * @throws {ConfigurationError} if an option is not what it has to be.
 * @throws {BuildContextError} if the directory cannot be archived: it or its Dockerfile is missing, a file cannot be read, a link leads
 * out of it, or its files have more than 500 MiB.
 */
export async function archiveDirectory(directory: string, options: ArchiveOptions = {}): Promise<Archive> {
  checkArchiveOptions(directory, options)
  const { exclude = [], dockerfile = 'Dockerfile', signal } = options
  const context = await readContext({ directory, exclude, dockerfile, signal })
  const folder = await mkdtemp(join(tmpdir(), 'pipecat-cloud-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    return {
      ...(await write(context.files, join(folder, 'context.tar.gz'), signal)),
      files: context.files.map(({ name }) => name),
      uncompressedSize: context.size,
      dockerfile: context.dockerfile,
      remove,
      [Symbol.asyncDispose]: remove,
    }
  } catch (error) {
    await remove()
    signal?.throwIfAborted()
    if (!(error instanceof ReadError)) throw error
    throw new BuildContextError(directory, [{ path: error.path, message: error.message }], {
      cause: error.cause,
    })
  }
}

async function write(files: readonly ContextFile[], path: string, signal?: AbortSignal) {
  const hash = createHash('md5')
  const hashed = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      hash.update(chunk)
      yield chunk
    }
  }
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await pipeline(tar(files), gzip, hashed, target, signal === undefined ? {} : { signal })
  return { path, size: target.bytesWritten, contextHash: hash.digest('hex').slice(0, 16) }
}
