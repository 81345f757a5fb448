import { jsonItem } from './json-item.js'
import type { ReadBody } from './response-body.js'
import { streamItems } from './stream-items.js'

/** Reads a body as a stream of values, each JSON on a line of its own; empty lines are none. */
export const readJsonLines: ReadBody = (response, limit = Infinity) => {
  const line = (text: string) => (text.trim() === '' ? [] : [jsonItem(text, response)])
  return Promise.resolve(streamItems(response, limit, { end: 'lf', line, rest: line }))
}
