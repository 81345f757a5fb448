import { abandon } from './abandon.js'
import { headerText } from './header-text.js'
import type { ReadBody } from './incoming-body.js'
import { findEntry } from './media-type.js'
import { readJsonBody } from './read-json.js'
import { RefusedError } from './refusal.js'
import type { RequestContent, RequestContents } from './route.js'
import type { Validate } from './validate.js'

/** A body that was read, and which of the documented media types it has. */
export interface FoundBody extends ReadBody {
  readonly documented: string
}

/**
 * Reads a body as what its content type says; `undefined` if there is none. Content without a type is refused: RFC 9110, 8.3 lets a
 * recipient guess, but then a page of another origin could send JSON without the browser asking first.
 * @throws RefusedError if the type is not documented, or the body is too large or cannot be read.
 */
export async function readBody(
  contents: RequestContents,
  { body, headers }: Request,
  maxBodyBytes: number,
): Promise<FoundBody | undefined> {
  if (body === null) return undefined
  const contentType = headers.get('content-type')
  const found = contentType === null ? undefined : findEntry(contents, contentType)
  // Without a type it may be that there is no content either, which only reading tells.
  if (contentType !== null && !found) return refuseType(contents, `the content type ${contentType}`)
  refuseCoding(contents, headers.get('content-encoding'))
  if (!found || contentType === null) {
    return (await isEmpty(body)) ? undefined : refuseType(contents, 'no content type')
  }
  const { read, validate } = contentOf(found.entry)
  const length = Number(headers.get('content-length'))
  const value = await read({ stream: body, contentType, length, maxBytes: maxBodyBytes }, validate)
  return value && { ...value, documented: found.documented }
}

/** A mere validator stands for JSON. */
function contentOf(entry: Validate | RequestContent): RequestContent {
  return typeof entry === 'function' ? { read: readJsonBody, validate: entry } : entry
}

async function isEmpty(body: NonNullable<Request['body']>): Promise<boolean> {
  const reader = body.getReader()
  let first = await reader.read()
  // oxlint-disable-next-line no-await-in-loop -- one chunk comes after the other
  while (first.value?.byteLength === 0) first = await reader.read()
  reader.releaseLock()
  if (!first.done) abandon(body)
  return first.done
}

function refuseType(contents: RequestContents, found: string): never {
  const supported = Object.keys(contents)
  throw new RefusedError({
    kind: 'unsupported-media-type',
    status: 415,
    headers: { accept: headerText(supported.join(', ')) },
    message: `The body has ${found}; send ${supported.join(' or ')}`,
    supported,
  })
}

function refuseCoding(contents: RequestContents, coding: string | null): void {
  if (coding === null || coding.trim().toLowerCase() === 'identity') return
  throw new RefusedError({
    kind: 'unsupported-media-type',
    status: 415,
    headers: { 'accept-encoding': 'identity' },
    message: `The body has the content coding ${coding}; send it without one`,
    supported: Object.keys(contents),
  })
}
