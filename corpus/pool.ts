/** Does all items, in their order, by workers of which each does one at a time. */
export async function pooled<T>(
  items: Iterable<T>,
  workers: readonly ((item: T) => Promise<void>)[],
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const doAll = async (work: (item: T) => Promise<void>): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      // oxlint-disable-next-line no-await-in-loop -- a worker does one thing at a time
      await work(next.value)
    }
  }
  await Promise.all(workers.map(doAll))
}
