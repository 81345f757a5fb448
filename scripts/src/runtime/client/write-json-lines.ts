import { concreteType } from './media-type.js'
import type { WriteBody } from './written-body.js'

/** Writes values as a stream of lines, each JSON; one is asked for when the one before it was sent. */
export const writeJsonLines: WriteBody = (value, mediaType) => ({
  body: lines(iteratorOf(value)),
  type: concreteType(mediaType, 'application/x-ndjson'),
})

type AnyIterator = Iterator<unknown> | AsyncIterator<unknown>

function lines(items: AnyIterator): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await items.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${lineOf(value)}\n`))
    },
    async cancel() {
      await items.return?.()
    },
  })
}

function lineOf(value: unknown): string {
  const line: string | undefined = JSON.stringify(value)
  if (line === undefined)
    throw new TypeError(`An item of the body cannot be JSON: it is of type ${typeof value}`)
  return line
}

function iteratorOf(value: unknown): AnyIterator {
  if (typeof value === 'object' && value !== null) {
    if (Symbol.asyncIterator in value) return (value as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    if (Symbol.iterator in value) return (value as Iterable<unknown>)[Symbol.iterator]()
  }
  throw new TypeError('The body must be an iterable or async iterable of items')
}
