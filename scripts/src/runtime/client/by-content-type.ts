import { matches } from './media-type.js'
import { type BodyKind, type ReadBody, readBody } from './response-body.js'

/**
 * Reads a body by its own media type: as the one of `contents` that it is, or in whose range it lies. Where that is none of them, or
 * the response does not say, it is read as the first.
 */
export function byContentType(contents: Readonly<Record<string, BodyKind | ReadBody>>): ReadBody {
  const [first = 'any'] = Object.values(contents)
  return (response, limit) => {
    const type = response.headers.get('Content-Type')
    const fitting = type === null ? [] : Object.keys(contents).filter((it) => matches(type, it))
    // A range is shorter than what lies in it.
    const [narrowest = ''] = fitting.sort((a, b) => b.length - a.length)
    return readBody(contents[narrowest] ?? first, response, limit)
  }
}
