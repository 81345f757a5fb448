import type { StreamWatch } from './content-format.js'

/** Items that a handler answers with one after another. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>

/**
 * A stream of the texts of items. It asks for an item when it is read and not before, and has the iteration return when the caller is
 * gone.
 * @throws TypeError if there is nothing to iterate over.
 */
export function itemStream(
  items: unknown,
  write: (item: unknown) => string,
  { signal, onError }: StreamWatch,
): ReadableStream<Uint8Array> {
  const iterator = iteratorOf(items)
  const encoder = new TextEncoder()
  let isOver = false
  const stop = async (): Promise<void> => {
    if (isOver) return
    isOver = true
    await iterator.return?.()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const abort = (): void => {
          if (isOver) return
          controller.error(signal.reason)
          stop().catch(onError)
        }
        if (signal.aborted) abort()
        else signal.addEventListener('abort', abort, { once: true })
      },
      async pull(controller) {
        try {
          const { done, value } = await iterator.next()
          if (isOver) return
          if (!done) return controller.enqueue(encoder.encode(write(value)))
          isOver = true
          controller.close()
        } catch (error) {
          try {
            // What an iteration throws because the caller is gone is what it should.
            if (!signal.aborted) await onError(error)
          } finally {
            await stop()
          }
          throw error
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  )
}

function iteratorOf(items: unknown): Iterator<unknown> | AsyncIterator<unknown> {
  if (isIterable(items)) return items[Symbol.iterator]()
  if (isAsyncIterable(items)) return items[Symbol.asyncIterator]()
  throw new TypeError('A body that is a stream must be iterable')
}

/** A string is iterable as well, but nobody means its characters. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
