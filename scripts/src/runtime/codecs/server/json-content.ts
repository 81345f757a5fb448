import { isNestedDeeper } from '../../reading/nesting.js'
import { readBodyText } from '../../server/body-bytes.js'
import { checkedBody, type ReadContent } from '../../server/incoming-body.js'
import { refuseMalformed } from '../../server/refusal.js'
import type { Codec } from '../codec.js'
import { decodeJson } from '../decode-json.js'

/** Deepest nesting of JSON (RFC 8259, 9 allows a limit). It protects the stacks of validators and handlers. */
export const DEEPEST_JSON = 512

/** Makes the reader of bodies of JSON of which values are converted. */
export function jsonContent(codec: Codec, read = decodeJson): ReadContent {
  const parse = (text: string): unknown => {
    if (isNestedDeeper(text, DEEPEST_JSON))
      refuseMalformed('body', `The body is nested deeper than ${DEEPEST_JSON} levels`)
    try {
      return read(text, codec)
    } catch {
      return refuseMalformed('body', 'The body is not valid JSON')
    }
  }
  return async (body, validate) => {
    const text = await readBodyText(body)
    return text === '' ? undefined : checkedBody(parse(text), validate)
  }
}
