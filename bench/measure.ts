import type { Loop } from './loop.js'

/** How long to measure. */
export interface Effort {
  readonly rounds: number
  /** Time of one contestant in one round, in milliseconds. */
  readonly slice: number
  /** Least time of one contestant before the first round, in milliseconds; it lasts until nothing gets faster for as long. */
  readonly warmUp: number
}

/** The time of one contestant. */
export interface Timing {
  readonly name: string
  /** Median time of one call. */
  readonly nanoseconds: number
  /** Median over the rounds of its time in a round as a multiple of the first contestant's time in the same round. */
  readonly ratio: number
  /** Half of the distance between the quartiles of `ratio`, as a fraction of it. */
  readonly spread: number
}

interface Runner {
  readonly name: string
  readonly loop: Loop
  readonly calls: number
  /** How many calls are made before those that are timed, for the caches of the processor: the contestant before filled them. */
  readonly untimed: number
  readonly expected: number
  readonly times: number[]
}

/**
 * Times loops in interleaved rounds, in an order that changes from round to round.
 * @param values how many values a loop goes through; calls are made in multiples of it.
 * @throws if a loop gives another result than it gave at first.
 */
export function measure(loops: ReadonlyMap<string, Loop>, values: number, effort: Effort): Timing[] {
  const runners = [...loops].map(([name, loop]) => prepared(name, loop, values, effort))
  for (let round = 0; round < effort.rounds; round += 1) {
    const order = rotated(round % 2 === 0 ? runners : runners.toReversed(), round)
    for (const runner of order) runner.times.push(nanosecondsOf(runner))
  }
  const [base] = runners
  return runners.map(({ name, times }) => {
    const ratios = times.map((time, round) => time / base!.times[round]!)
    const ratio = quantile(ratios, 0.5)
    const spread = (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / 2 / ratio
    return { name, nanoseconds: quantile(times, 0.5), ratio, spread }
  })
}

/** Warms a loop up, until the engine has no more to learn of it, and finds out how many calls fill a slice. */
function prepared(name: string, loop: Loop, values: number, { slice, warmUp }: Effort): Runner {
  const total = loop(values)
  let passes = 1
  let elapsed = 0
  let fastest = Infinity
  for (let spent = 0; spent < warmUp || elapsed < slice / 2; spent += elapsed) {
    if (elapsed < slice / 2) passes *= 2
    const start = performance.now()
    loop(passes * values)
    elapsed = performance.now() - start
    if (elapsed / passes < fastest * STEADY) spent = 0
    fastest = Math.min(fastest, elapsed / passes)
  }
  const fitting = Math.max(1, Math.round((passes * slice) / elapsed))
  const untimed = Math.ceil(fitting / 4) * values
  return { name, loop, calls: fitting * values, untimed, expected: fitting * total, times: [] }
}

/** Up to this fraction of the least time so far, a time is no faster. */
const STEADY = 0.995

function nanosecondsOf({ name, loop, calls, untimed, expected }: Runner): number {
  loop(untimed)
  const start = performance.now()
  const result = loop(calls)
  const elapsed = performance.now() - start
  if (result !== expected) throw new Error(`${name} gave another answer while it was timed`)
  return (elapsed * 1e6) / calls
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}

function quantile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * fraction
  const [low, high] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!]
  return low + (high - low) * (position - Math.floor(position))
}
