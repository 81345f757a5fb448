import { decodeUtf8, readBytes } from './body-bytes.js'
import { type PartFormat, readParts } from './body-parts.js'
import { checkedBody, type IncomingBody, type ReadContent } from './incoming-body.js'
import { refuseMalformed } from './refusal.js'

/** Makes the reader of bodies of `multipart/form-data` (RFC 7578): an object, whose files are each a `File`. */
export function multipartReader(parts: readonly PartFormat[] = []): ReadContent {
  const asText = new Set(parts.filter((part) => !isBlobPart(part)).map(({ name }) => name))
  return async (body, validate) => {
    const entries = await Promise.all(
      [...(await parseMultipart(body))].map(async ([name, value]) => {
        // What has a file name or a type of its own, but is to be no file, is the text of one.
        const isText = typeof value === 'string' || !asText.has(name)
        return [name, isText ? value : decodeUtf8(new Uint8Array(await value.arrayBuffer()))] as const
      }),
    )
    return checkedBody(
      readParts(entries, parts, (text) => text),
      validate,
    )
  }
}

function isBlobPart({ blob, array }: PartFormat): boolean {
  return blob === true || array?.blob === true
}

/** The platform takes the body apart, of which no more is read before than may be. */
async function parseMultipart(body: IncomingBody) {
  const bytes = await readBytes(body)
  try {
    return await new Response(bytes, { headers: { 'content-type': body.contentType } }).formData()
  } catch {
    return refuseMalformed('body', 'The body is not in the form of multipart/form-data')
  }
}
