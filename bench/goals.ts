import type { Task } from './cases/case.js'
import type { Timing } from './measure.js'
import type { Size } from './size.js'

const MOST = 1.1
const MOST_SIZE = 1.3

/**
 * Where ours falls short of what it is to be, or nothing: to take a valid value in, at most 1.10 times what the check written by
 * hand takes and less than any library; to tell all issues, less than any library.
 */
export function shortfallOf(task: Task, timings: readonly Timing[]): string | undefined {
  const ours = timings.find(({ name }) => name === 'ours')
  if (ours === undefined) return 'ours is not right'
  const byHand = timings.find(({ name }) => name === 'hand-written')
  const times = timings.filter(({ name }) => name !== 'ours' && name !== 'hand-written')
  const faster = times
    .filter(({ ratio }) => ratio < ours.ratio)
    .map(({ name, ratio }) => `${name} takes ${(ratio / ours.ratio).toFixed(2)} of its time`)
  const slow = task !== 'issues' && byHand !== undefined && ours.ratio > MOST
  const reasons = [...(slow ? [`${ours.ratio.toFixed(2)} × hand-written`] : []), ...faster]
  return reasons.length === 0 ? undefined : reasons.join('; ')
}

/** Where ours is more than 1.3 times as large as what is written by hand. */
export function sizeShortfallsOf(sizes: readonly Size[]): string[] {
  const [byHand] = sizes
  const ours = sizes.find(({ name }) => name === 'ours')!
  return (['boolean', 'issues'] as const).flatMap((kind) => {
    const ratio = ours[kind] / byHand![kind]
    return ratio > MOST_SIZE ? [`Size, to ${kind}: ${ratio.toFixed(2)} × hand-written`] : []
  })
}
