import type { Timings } from '../stages.js'

/** A time for people: `31 ms`, `1.2 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

/** The time of all stages together, for people. */
export function totalDuration(timings: Timings): string {
  return duration(Object.values(timings).reduce((sum, milliseconds) => sum + milliseconds, 0))
}
