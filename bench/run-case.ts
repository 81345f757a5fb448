/** One case in a process of its own, told what to do by a message; answers with a message. */
import { cases } from './cases/index.js'
import type { BenchCase, Task } from './cases/case.js'
import { byHandOf } from './contestants/by-hand.js'
import { contestants } from './contestants/index.js'
import type * as loops from './loop.js'
import { type Effort, measure, type Timing } from './measure.js'
import { prove, type Verdict } from './prove.js'

/** What the process is to do. */
export type Order =
  | { readonly kind: 'prove'; readonly name: string }
  | {
      readonly kind: 'measure'
      readonly name: string
      readonly task: Task
      readonly excluded: readonly string[]
      readonly effort: Effort
    }

/** What it answers: a verdict for each contestant, or the times of those that took part. */
export type Answer =
  { readonly verdicts: Readonly<Record<string, Verdict>> } | { readonly timings: readonly Timing[] }

const MOST_COPIES = 64

/** Of all copies, in characters of JSON, so that they do not compete with the validators for the caches. */
const MOST_TEXT = 64_000

async function verdictsOf(benchCase: BenchCase): Promise<Record<string, Verdict>> {
  const verdicts = contestants.map(async ({ name, compile }) => {
    try {
      return [name, prove(benchCase, await compile(benchCase))]
    } catch (error) {
      return [name, { wrong: String(error) }]
    }
  })
  return Object.fromEntries(await Promise.all(verdicts))
}

/** Copies as a program gets them, from JSON, so that their hidden classes are those of real use. */
function copiesOf(values: BenchCase['valid']): unknown[] {
  const texts = values.map((value) => JSON.stringify(value))
  const fitting = Math.floor(MOST_TEXT / texts.join('').length)
  const copies = Math.max(2, Math.min(fitting, Math.ceil(MOST_COPIES / texts.length)))
  return Array.from({ length: copies }, () => texts.map((text): unknown => JSON.parse(text))).flat()
}

async function timingsOf(
  benchCase: BenchCase,
  { task, excluded, effort }: Extract<Order, { kind: 'measure' }>,
): Promise<Timing[]> {
  const values = copiesOf(task === 'issues' ? benchCase.timed.invalid : benchCase.timed.valid)
  const { known } = await byHandOf(benchCase)
  const included = contestants.filter(({ name }) => !excluded.includes(name))
  const found = included.map(async ({ name, compile }) => {
    const { loopOf }: typeof loops = await import(`./loop.js?${encodeURIComponent(name)}`)
    return [name, loopOf(task, await compile(benchCase), values, known)] as const
  })
  return measure(new Map(await Promise.all(found)), values.length, effort)
}

process.once('message', async (order: Order) => {
  const benchCase = cases.get(order.name)!()
  const answer: Answer =
    order.kind === 'prove'
      ? { verdicts: await verdictsOf(benchCase) }
      : { timings: await timingsOf(benchCase, order) }
  process.send!(answer, () => process.disconnect())
})
