import { linesOf } from './body-lines.js'
import { checkedItem } from './checked-item.js'
import type { IncomingBody, ReadContent } from './incoming-body.js'
import { parseJson } from '../reading/reading.js'
import { refuseMalformed } from './refusal.js'
import type { Validate } from './validate.js'

/** Reads a body of values that are each JSON on a line of its own: they are given, and checked, as they come. */
export const readJsonLinesBody: ReadContent = async (body, validate) => ({
  value: readItems(body, validate),
  issues: [],
})

async function* readItems(body: IncomingBody, validate: Validate): AsyncGenerator<unknown, void, undefined> {
  let index = 0
  let lineNumber = 0
  for await (const line of linesOf(body)) {
    lineNumber += 1
    if (line.trim() === '') continue
    const value = parseJson(line)
    if (value === undefined) refuseMalformed('body', `Line ${lineNumber} of the body is not valid JSON`)
    yield checkedItem(value, validate, index)
    index += 1
  }
}
