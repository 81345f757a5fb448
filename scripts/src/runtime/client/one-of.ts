import type { WriteBody } from './written-body.js'

/**
 * Writes a body as one of several media types: the one that the caller names, else the first.
 * @throws TypeError if it is none of them.
 */
export function oneOf(contents: Readonly<Record<string, WriteBody>>): WriteBody {
  return (value, mediaType = Object.keys(contents)[0]!) => {
    const write = Object.hasOwn(contents, mediaType) ? contents[mediaType] : undefined
    if (write !== undefined) return write(value, mediaType)
    const known = Object.keys(contents).map((it) => JSON.stringify(it))
    throw new TypeError(`"contentType" must be ${known.join(' or ')}, but is ${JSON.stringify(mediaType)}`)
  }
}
