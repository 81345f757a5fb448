import { abandon } from './abandon.js'
import { decodeUtf8 } from './body-bytes.js'
import { BoundedBytes } from './bounded-bytes.js'
import type { IncomingBody } from './incoming-body.js'

const LINE_FEED = 0x0a

/**
 * The lines of a body as they come, without what ends them. When the loop over them ends early, the sender is stopped.
 * @throws RefusedError inside the loop if a line is too large, or not UTF-8.
 */
export async function* linesOf({ stream, maxBytes }: IncomingBody): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader()
  const line = new BoundedBytes(maxBytes)
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one chunk comes after the other
      const { done, value: chunk } = await reader.read()
      if (done) break
      let start = 0
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
        line.add(chunk.subarray(start, end))
        yield decodeUtf8(line.take()).replace(/\r$/, '')
        start = end + 1
      }
      line.add(chunk.subarray(start))
    }
    yield decodeUtf8(line.take())
  } finally {
    reader.releaseLock()
    abandon(stream)
  }
}
