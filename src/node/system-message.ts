const MEANINGS: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'does not exist, or is a link to what does not'],
  ['ELOOP', 'is a link that leads back to itself; remove or exclude it'],
  ['EACCES', 'cannot be read; change its permissions, or exclude it'],
  ['EPERM', 'cannot be read; change its permissions, or exclude it'],
  ['ENOTDIR', 'is not a directory'],
  ['EISDIR', 'is a directory'],
  ['ERR_ENCODING_INVALID_ENCODED_DATA', 'is not UTF-8'],
  ['ENAMETOOLONG', 'the path is too long for this system'],
])

/** What is wrong with a file, from what was thrown when it was read. */
export function systemMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error && MEANINGS.get(error.code)) || error.message
}
