import { childPointer, pointerTokens } from '../json.js'
import { quote } from './describe.js'
import { failure, type Failure } from './problem.js'

/** A `$ref`, taken apart: which file (`''` for the one it stands in), and which value there. */
export interface Reference {
  readonly file: string
  readonly fragment: { readonly tokens: readonly string[] } | { readonly anchor: string }
}

const SCHEME = /^[a-z][a-z\d+.-]*:/i

/** Takes a `$ref` apart (RFC 3986; RFC 6901, section 6). A URL is refused: the generator opens no connection. */
export function parseReference(reference: string): Reference | Failure {
  if (SCHEME.test(reference) || reference.startsWith('//')) {
    return failure(
      `${quote(reference)} is a URL; nothing is fetched`,
      'Copy the file beside the document and refer to it by a relative path.',
    )
  }
  const hash = reference.indexOf('#')
  const file = decode(hash === -1 ? reference : reference.slice(0, hash))
  const fragment = decode(hash === -1 ? '' : reference.slice(hash + 1))
  if (file === undefined || fragment === undefined || file.includes('\0')) {
    return failure(`${quote(reference)} is not a valid reference`, 'Write `%25` for a percent sign.')
  }
  if (fragment !== '' && !fragment.startsWith('/')) return { file, fragment: { anchor: fragment } }
  if (/~(?![01])/.test(fragment)) {
    return failure(
      `${quote(reference)} is not a valid JSON Pointer`,
      'Write `~0` for a tilde and `~1` for a slash.',
    )
  }
  return { file, fragment: { tokens: pointerTokens(fragment) } }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The JSON Pointer of a way. */
export function pointerOf(tokens: readonly string[]): string {
  return tokens.reduce(childPointer, '')
}

/** The reference to a value of the same document, always written the same: only `%` needs escaping to be read back. */
export function toReference(tokens: readonly string[]): string {
  return `#${pointerOf(tokens).replaceAll('%', '%25')}`
}
