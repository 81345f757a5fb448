/** A logarithmic axis of a picture. */
export interface Axis {
  /** Where it begins and ends in the picture. */
  readonly from: number
  readonly to: number
  /** Powers of ten from the one below every value to the one above. */
  readonly ticks: readonly number[]
}

/** An axis that has room for values above 0. */
export function axisOf(values: readonly number[], from: number, to: number): Axis {
  const logs = values.map((value) => Math.log10(value))
  const lowest = Math.floor(Math.min(...logs))
  const highest = Math.max(Math.ceil(Math.max(...logs)), lowest + 1)
  // Written as text, as 10 ** -3 is not exactly 0.001.
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, index) => Number(`1e${lowest + index}`))
  return { from, to, ticks }
}

/** The place of a value on an axis, to a tenth. */
export function placeOn({ from, to, ticks }: Axis, value: number): number {
  const [lowest, highest] = [Math.log10(ticks[0]!), Math.log10(ticks.at(-1)!)]
  const place = from + ((Math.log10(value) - lowest) / (highest - lowest)) * (to - from)
  return Math.round(place * 10) / 10
}
