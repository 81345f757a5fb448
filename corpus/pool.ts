/** Does `work` on each item, `size` of them at a time, in the order of the items. */
export async function pooled<T>(
  items: Iterable<T>,
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]()
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      // oxlint-disable-next-line no-await-in-loop -- a worker does one thing at a time
      await work(next.value)
    }
  }
  await Promise.all(Array.from({ length: size }, worker))
}
