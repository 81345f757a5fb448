import { concreteType } from '../../client/media-type.js'
import type { WriteBody } from '../../client/written-body.js'
import { jsonTextOf } from '../json-text.js'
import { mapItems } from '../map-items.js'

/** Writes values as a stream of lines, each JSON; one is asked for when the one before it was sent. */
export const writeJsonLinesOfValues: WriteBody = (value, mediaType) => ({
  body: textStream(mapItems(value, (item) => `${lineTextOf(item)}\n`)),
  type: concreteType(mediaType, 'application/x-ndjson'),
})

function lineTextOf(value: unknown): string {
  const line = jsonTextOf(value)
  if (line === undefined)
    throw new TypeError(`An item of the body cannot be JSON: it is of type ${typeof value}`)
  return line
}

function textStream(texts: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  const iterator = texts[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(String(value)))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
