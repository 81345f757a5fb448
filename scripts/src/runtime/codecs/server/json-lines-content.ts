import { isNestedDeeper } from '../../reading/nesting.js'
import { linesOf } from '../../server/body-lines.js'
import { checkedItem } from '../../server/checked-item.js'
import type { IncomingBody, ReadContent } from '../../server/incoming-body.js'
import { refuseMalformed } from '../../server/refusal.js'
import type { Validate } from '../../server/validate.js'
import type { Codec } from '../codec.js'
import { decodeJson } from '../decode-json.js'
import { DEEPEST_JSON } from './json-content.js'

/** Makes the reader of bodies of values that are each JSON on a line of its own: they are given, and checked, as they come. */
export function jsonLinesContent(codec: Codec, read = decodeJson): ReadContent {
  const parse = (text: string, lineNumber: number): unknown => {
    try {
      if (!isNestedDeeper(text, DEEPEST_JSON)) return read(text, codec)
    } catch {
      // It is no JSON.
    }
    return refuseMalformed('body', `Line ${lineNumber} of the body is not valid JSON`)
  }
  return async (body, validate) => ({ value: decodedLines(body, validate, parse), issues: [] })
}

async function* decodedLines(
  body: IncomingBody,
  validate: Validate,
  parse: (text: string, lineNumber: number) => unknown,
): AsyncGenerator<unknown, void, undefined> {
  let index = 0
  let lineNumber = 0
  for await (const line of linesOf(body)) {
    lineNumber += 1
    if (line.trim() === '') continue
    yield checkedItem(parse(line, lineNumber), validate, index)
    index += 1
  }
}
