import type { ContentFormat } from './content-format.js'
import { headerText } from './header-text.js'
import { jsonFormat } from './json-format.js'
import { findEntry, isRange, mediaTypeOf } from './media-type.js'
import type { BodyReply } from './reply.js'
import { responseContent, responseContents } from './response-contents.js'
import type { ResponseContent, Route } from './route.js'
import type { Validate } from './validate.js'

/** What a reply with a body is sent as. */
export interface ReplyContent {
  readonly content: ResponseContent
  readonly mediaType: string
}

const UNDOCUMENTED: [mediaType: string, entry: Validate] = ['application/json', () => ({})]

/**
 * The content that a reply is of: of the type that it names in `contentType` or its headers, else the first. What is not documented is
 * sent as JSON.
 * @throws TypeError if `contentType` is not documented, or is needed.
 */
export function replyContent(
  route: Route,
  reply: BodyReply<number, unknown, string>,
  ownType: string | null,
): ReplyContent {
  const { status, contentType } = reply
  const contents = responseContents(route, status) ?? {}
  const wanted = contentType ?? ownType
  const found = wanted === null ? undefined : findEntry(contents, wanted)
  if (contentType !== undefined && !found) fail(route, reply, `as ${contentType}, which is not documented`)
  const [first = UNDOCUMENTED] = Object.entries(contents)
  const [documented, entry] = found ? [found.documented, found.entry] : first
  const content = responseContent(entry)
  const mediaType = ownType ?? sentType(contentType ?? documented, content.format, reply.body)
  return {
    content,
    mediaType: mediaType ?? fail(route, reply, `as ${documented}: say which in "contentType"`),
  }
}

/**
 * A media type as the header says it; `undefined` if only a range of them is known. The type of a `Blob` may say more than the
 * document: one of a range, the boundary of `multipart/mixed`.
 */
function sentType(documented: string, format: ContentFormat, body: unknown): string | undefined {
  const own = body instanceof Blob ? body.type : ''
  const candidates = [own, ...(isRange(documented) ? [format.mediaType] : [])]
  const mediaType = candidates.find((it) => findEntry({ [documented]: true }, it)) ?? documented
  if (isRange(mediaType)) return undefined
  if (format === jsonFormat) return mediaTypeOf(mediaType)
  const isOfCharset = format.charset !== undefined && /^text\/(?!.*;\s*charset=)/i.test(mediaType)
  return headerText(isOfCharset ? `${mediaType}; charset=${format.charset}` : mediaType)
}

function fail({ id }: Route, { status }: { readonly status: number }, finding: string): never {
  throw new TypeError(`The handler ${id} answered ${status} ${finding}`)
}
