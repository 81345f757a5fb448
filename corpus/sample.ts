/** Draws `size` of the items, the same ones for the same seed, in the order that they had. */
export function sample<T>(items: readonly T[], size: number, seed: number): T[] {
  const random = generator(seed)
  const chosen = items.map((item, index) => ({ item, index, lot: random() }))
  const drawn = chosen.toSorted((a, b) => a.lot - b.lot || a.index - b.index).slice(0, size)
  return drawn.toSorted((a, b) => a.index - b.index).map(({ item }) => item)
}

/** Numbers from 0 to 2³² in an order that depends on the seed alone: a Weyl sequence, each term hashed by MurmurHash3's finalizer. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x85ebca6b) >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let hash = state
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return (hash ^ (hash >>> 16)) >>> 0
  }
}
