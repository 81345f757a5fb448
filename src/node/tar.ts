import { open } from 'node:fs/promises'
import type { ContextFile } from './context-files.js'
import { systemMessage } from './system-message.js'
import { BLOCK, padding, tarHeader } from './tar-header.js'

/** A file could not be read to the end that it had. */
export class ReadError extends Error {
  /** Path of the file in the archive. */
  readonly path: string

  constructor(path: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.path = path
  }
}

const CHUNK = 64 * 1024
/** `tarfile` fills an archive up to a multiple of this, as tapes wanted it. */
const RECORD = 20 * BLOCK

/**
 * A tar archive of files, in their order, as Python's `tarfile` writes it.
 * @throws ReadError if a file cannot be read, or is shorter than it was. Of one that has grown the archive holds what was there.
 */
export async function* tar(files: readonly ContextFile[]): AsyncGenerator<Uint8Array, void> {
  let written = 0
  for (const file of files) {
    const header = tarHeader(file)
    const rest = padding(file.size)
    yield header
    yield* content(file)
    yield rest
    written += header.length + file.size + rest.length
  }
  const end = Buffer.alloc(2 * BLOCK)
  yield end
  yield padding(written + end.length, RECORD)
}

async function* content({ name, source, size }: ContextFile): AsyncGenerator<Uint8Array, void> {
  const failed = (error: unknown) => {
    throw new ReadError(name, systemMessage(error), error)
  }
  await using handle = await open(source).catch(failed)
  for (let rest = size; rest > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- one part comes after the other
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(rest, CHUNK))).catch(failed)
    if (bytesRead === 0) throw new ReadError(name, 'became shorter while it was read; try again')
    yield buffer.subarray(0, bytesRead)
    rest -= bytesRead
  }
}
