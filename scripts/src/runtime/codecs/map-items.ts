/** Items with something made of each when it is asked for. */
export function mapItems(items: unknown, change: (item: unknown) => unknown): AsyncIterable<unknown> {
  const iterator = iteratorOf(items)
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const { done, value } = await iterator.next()
        return done === true ? { done, value: undefined } : { done: false, value: change(value) }
      },
      return: async () => {
        await iterator.return?.()
        return { done: true, value: undefined }
      },
    }),
  }
}

/** A string is iterable as well, but nobody means its characters. */
function iteratorOf(items: unknown): Iterator<unknown> | AsyncIterator<unknown> {
  if (typeof items === 'object' && items !== null) {
    if (Symbol.asyncIterator in items) return (items as AsyncIterable<unknown>)[Symbol.asyncIterator]()
    if (Symbol.iterator in items) return (items as Iterable<unknown>)[Symbol.iterator]()
  }
  throw new TypeError('A body that is a stream must be iterable')
}
