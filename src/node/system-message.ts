const MEANINGS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'does not exist, or is a link to what does not'],
  ['ELOOP', 'is a link that leads back to itself; remove or exclude it'],
  ['EACCES', 'cannot be read; change its permissions, or exclude it'],
  ['EPERM', 'cannot be read; change its permissions, or exclude it'],
  ['ENOTDIR', 'is not a directory'],
  ['ENAMETOOLONG', 'the path is too long for this system'],
])

/** What is wrong with a file, from an error of the file system. */
export function systemMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error && MEANINGS.get(error.code)) || error.message
}
