/** Bytes of a document beside which no other is examined: the compiler takes more than 9 GiB for the largest. */
const ENORMOUS = 16e6

/** Documents that are examined before others are begun with. */
export interface Phase<T> {
  readonly items: readonly T[]
  /** How many at a time. */
  readonly jobs: number
}

/** Small documents first, so that a run that is interrupted has done most of them; and the enormous ones one at a time. */
export function phasesOf<T extends { readonly size: number }>(items: readonly T[], jobs: number): Phase<T>[] {
  const ordered = items.toSorted((a, b) => a.size - b.size)
  return [
    { items: ordered.filter(({ size }) => size < ENORMOUS), jobs },
    { items: ordered.filter(({ size }) => size >= ENORMOUS), jobs: 1 },
  ]
}
