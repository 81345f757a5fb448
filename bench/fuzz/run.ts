import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { differenceOf, differences } from './differences.js'
import type { Disagreement, Trial } from './trial.js'

/** What a worker is to try. */
export interface Share {
  readonly seeds: readonly number[]
  readonly values: number
}

const VALUES = 20
/** How many schemas a worker is given at once. */
const SHARE = 40

const { values: options } = parseArgs({
  options: { pairs: { type: 'string', default: '200000' }, seed: { type: 'string', default: '1' } },
})
const [pairs, seed] = [wholeNumber('pairs', options.pairs), wholeNumber('seed', options.seed)]

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  console.error(`--${option} must be a whole number, but is ${JSON.stringify(text)}`)
  process.exit(2)
}

function shares(): Share[] {
  const schemas = Math.ceil(pairs / VALUES)
  const starts = Array.from({ length: Math.ceil(schemas / SHARE) }, (_, index) => index * SHARE)
  return starts.map((start) => ({
    values: VALUES,
    seeds: Array.from(
      { length: Math.min(SHARE, schemas - start) },
      (_, index) => seed * 1_000_003 + start + index,
    ),
  }))
}

/** Tries all shares, as many at once as there are processors. */
async function runAll(all: readonly Share[]): Promise<Trial[]> {
  const trials: Trial[] = []
  const open = [...all.entries()]
  const work = async (child: ChildProcess): Promise<void> => {
    const [index, share] = open.shift() ?? []
    if (index === undefined || share === undefined) return child.disconnect()
    trials[index] = await answerOf(child, share)
    if (open.length % 25 === 0) console.error(`${all.length - open.length} of ${all.length} shares`)
    return work(child)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(startWorker())))
  return trials
}

/** With a serialization in which numbers and strings arrive as they are, -0 and lone surrogates too. */
function startWorker(): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), { serialization: 'advanced' })
}

function answerOf(child: ChildProcess, share: Share): Promise<Trial> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null): void => reject(new Error(`A worker ended with ${code}`))
    child.once('exit', failed)
    child.once('message', (trial) => {
      child.off('exit', failed)
      resolve(trial as Trial) // what worker.ts sends
    })
    child.send(share)
  })
}

function sum(trials: readonly Trial[], what: 'values' | 'valid'): number {
  return trials.reduce((total, trial) => total + trial[what], 0)
}

function show({ judge, verdict, isValid, schema, value }: Disagreement): string {
  return `${judge} says ${verdict}, the specification ${isValid}:\n    schema ${JSON.stringify(schema)}\n    value  ${JSON.stringify(value)}`
}

const trials = await runAll(shares())
const all = trials.flatMap(({ disagreements }) => disagreements)
const [total, valid] = [sum(trials, 'values'), sum(trials, 'valid')]
console.log(`${total} pairs of a schema and a value, ${Math.round((100 * valid) / total)} % of them valid.\n`)
const unexplained = all.filter((it) => differenceOf(it) === undefined)
for (const difference of differences) {
  const found = all.filter((it) => differenceOf(it) === difference)
  if (found.length === 0) continue
  const { judge, clause, instead } = difference
  console.log(`${found.length} × ${judge} ${instead}.\n  ${clause}.\n  For example, ${show(found[0]!)}\n`)
}
for (const it of unexplained) console.log(`Not explained: ${show(it)}\n`)
const wrong = all.filter(({ judge }) => judge === 'ours').length
console.log(
  `${all.length} disagreements; ours is wrong in ${wrong}; ${unexplained.length} are not explained.`,
)
if (unexplained.length > 0) process.exitCode = 1
