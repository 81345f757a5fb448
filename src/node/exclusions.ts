import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_EXCLUSIONS } from './default-exclusions.js'
import { fnmatch } from './fnmatch.js'

/** The name of the file that says what is left out of a directory. */
export const IGNORE_FILE = '.dockerignore'

/** What is left out of a directory. */
export interface Exclusions {
  /** Where the patterns are from. */
  readonly source: string
  /**
   * The pattern that excludes a path, which is relative to the directory, and of which every part is matched as well as the whole.
   * Absent if none does.
   */
  readonly match: (path: string) => string | undefined
}

/**
 * The exclusions of a directory: its `.dockerignore` alone if there is one, else the default ones and `extra`.
 * @throws what the file system does if the file is there but cannot be read, and TypeError if it is not UTF-8.
 */
export async function readExclusions(directory: string, extra: readonly string[]): Promise<Exclusions> {
  const lines = await readLines(join(directory, IGNORE_FILE))
  if (lines === undefined) {
    return exclusionsOf('the default exclusions', [...DEFAULT_EXCLUSIONS, ...extra])
  }
  return exclusionsOf(
    IGNORE_FILE,
    lines.filter((line) => !line.trimStart().startsWith('#')),
  )
}

function exclusionsOf(source: string, patterns: readonly string[]): Exclusions {
  const matchers = patterns
    .map(normalized)
    .filter((pattern) => pattern !== '')
    .map((pattern) => ({ pattern, regex: fnmatch(pattern) }))
  return {
    source,
    match: (path) => {
      const subjects = [path, ...path.split('/')]
      return matchers.find(({ regex }) => subjects.some((subject) => regex.test(subject)))?.pattern
    },
  }
}

/** Takes away what such patterns may have for Docker and cannot have for `fnmatch`: blanks around, `./` before, `/` after. */
function normalized(pattern: string): string {
  return pattern.trim().replace(/^\.\//, '').replace(/\/+$/, '')
}

async function readLines(file: string): Promise<string[] | undefined> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes).split(/\r\n|\r|\n/)
}
