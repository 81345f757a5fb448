import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { quote } from './describe.js'
import { failure, type Failure } from './problem.js'

/** Reads a regular file as UTF-8 text without its byte order mark. `name` is what messages call the file. */
export function readText(path: string, name: string): { text: string } | Failure {
  try {
    const stat = statSync(path)
    if (stat.isFile()) return decode(readFileSync(path), name)
    const kind = stat.isDirectory() ? 'is a folder, not a file' : 'is not a regular file'
    return failure(`${quote(name)} ${kind}`, 'Name a YAML or JSON file.')
  } catch (error) {
    return systemFailure(error, name)
  }
}

/** What the operating system answered, as a failure. */
export function systemFailure(error: unknown, name: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  const [finding, hint] = systemErrors.get(code) ?? [
    `cannot be read (${code})`,
    'Check the path and the file.',
  ]
  return failure(`the file ${quote(name)} ${finding}`, hint)
}

const systemErrors: ReadonlyMap<string, readonly [finding: string, hint: string]> = new Map([
  ['ENOENT', ['does not exist', 'Check the path.']],
  ['ENOTDIR', ['does not exist', 'A part of its path is a file, not a folder.']],
  ['EACCES', ['may not be read', 'Give yourself the right to read it.']],
  ['EPERM', ['may not be read', 'Give yourself the right to read it.']],
  ['ELOOP', ['is a symbolic link that leads back to itself', 'Correct the link.']],
  ['ENAMETOOLONG', ['has too long a path', 'Shorten the path.']],
])

function decode(bytes: Buffer, name: string): { text: string } | Failure {
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) }
  const utf16 = /^(?:fffe|feff)/.test(bytes.toString('hex', 0, 2))
  const place = { file: name, pointer: '', ...(utf16 ? { line: 1, column: 1 } : firstInvalid(bytes)) }
  return failure(`the file is ${utf16 ? 'UTF-16' : 'not UTF-8'}`, 'Save it as UTF-8.', place)
}

/** The place of the first byte that is no part of a UTF-8 character. No character of UTF-8 holds the byte of a line feed. */
function firstInvalid(bytes: Buffer): { line: number; column: number } {
  let line = 1
  let start = 0
  for (;;) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed
    const slice = bytes.subarray(start, end)
    if (!isUtf8(slice)) return { line, column: new TextDecoder().decode(slice).indexOf('\u{FFFD}') + 1 }
    if (feed === -1) return { line, column: 1 }
    start = feed + 1
    line++
  }
}
