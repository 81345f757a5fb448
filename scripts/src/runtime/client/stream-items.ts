import { type LineEnd, LineSplitter } from './line-splitter.js'
import { ResponseTooLargeError } from './response-too-large-error.js'

/** What is made of the lines of a stream. */
export interface LineReader<Item> {
  readonly end: LineEnd
  /** The items that a line of so many bytes ends; `done` says that there are no more. */
  readonly line: (text: string, size: number) => readonly Item[] | 'done'
  /** The items that the end of the stream ends, after the text of a line that has no end. */
  readonly rest: (text: string) => readonly Item[]
}

/**
 * The items of a stream as they come. Who stops asking for them before the last one ends the stream, and with it the connection.
 * @throws ResponseTooLargeError if a line is larger than `limit` bytes, and whatever `fetch` throws when the connection breaks.
 */
export async function* streamItems<Item>(
  response: Response,
  limit: number,
  { end, line, rest }: LineReader<Item>,
): AsyncGenerator<Item, void, undefined> {
  const reader = response.body?.getReader()
  if (reader === undefined) return
  const lines = new LineSplitter(end, limit, () => itemTooLarge(response, limit))
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one part comes after the other
      const { done, value } = await reader.read()
      if (done) break
      for (const text of lines.push(value)) {
        const items = line(text, lines.lastSize)
        if (items === 'done') return
        for (const item of items) yield item
      }
    }
    for (const item of rest(lines.rest())) yield item
  } finally {
    // After the end this does nothing, and that it cannot be cancelled either changes nothing.
    void reader.cancel().catch(() => undefined)
  }
}

/** The error that an item is which is larger than allowed. */
export function itemTooLarge(response: Response, limit: number): ResponseTooLargeError {
  return new ResponseTooLargeError(response, limit, 'An item of the response')
}
