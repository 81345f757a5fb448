/**
 * Does `work` on every item, `limit` at a time, and gives the results in the order of the items. After a failure nothing more is
 * begun, what is under way is waited for, and the first failure is thrown.
 */
export async function each<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  limit = 16,
): Promise<R[]> {
  const results: R[] = []
  const failures: unknown[] = []
  const rest = items.entries()
  const takeTurns = async (): Promise<void> => {
    const next = rest.next()
    if (next.done === true || failures.length > 0) return
    const [index, item] = next.value
    try {
      results[index] = await work(item)
    } catch (error) {
      failures.push(error)
    }
    return takeTurns()
  }
  await Promise.all(Array.from({ length: limit }, takeTurns))
  if (failures.length > 0) throw failures[0]
  return results
}
