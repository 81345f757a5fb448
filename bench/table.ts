import type { Task } from './cases/case.js'
import type { Timing } from './measure.js'
import type { Size } from './size.js'

/** What each task is, in words. */
export const TITLES: { readonly [T in Task]: string } = {
  is: 'valid → boolean',
  issues: 'invalid → all issues',
  assert: 'valid → nothing thrown',
  parse: 'valid → the value',
  parseKnown: 'valid → a copy of what is known',
}

/** The times of one task, a line for each contestant, and who was left out and why. */
export function tableOf(task: Task, timings: readonly Timing[], left: ReadonlyMap<string, string>): string {
  const lines = timings.map(
    ({ name, nanoseconds, ratio, spread }) =>
      `    ${name.padEnd(18)} ${timeOf(nanoseconds)}  ${ratio.toFixed(2).padStart(8)} ×  ± ${(spread * 100).toFixed(1)} %`,
  )
  const others = [...left].map(([name, reason]) => `    ${name.padEnd(18)}         –  ${reason}`)
  return [`  ${TITLES[task]}`, ...lines, ...others].join('\n')
}

function timeOf(nanoseconds: number): string {
  if (nanoseconds < 10_000) return `${nanoseconds.toFixed(1).padStart(8)} ns`
  return `${(nanoseconds / 1000).toFixed(1).padStart(8)} µs`
}

/** The sizes, a line for each contestant. */
export function sizeTableOf(sizes: readonly Size[]): string {
  const [base] = sizes
  const lines = sizes.map(
    ({ name, boolean, issues }) =>
      `    ${name.padEnd(18)} ${bytesOf(boolean, base!.boolean)}   ${bytesOf(issues, base!.issues)}`,
  )
  return [
    'One request schema, bundled, minified, gzip',
    `  ${' '.repeat(20)} → boolean             → all issues`,
    ...lines,
  ].join('\n')
}

function bytesOf(bytes: number, base: number): string {
  return `${String(bytes).padStart(7)} B ${(bytes / base).toFixed(2).padStart(6)} ×`
}
