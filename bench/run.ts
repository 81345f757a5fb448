/* oxlint-disable no-await-in-loop -- one measurement comes after the other */
/** Compares the generated validators with checks written by hand and with other libraries; see README.md. */
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cases } from './cases/index.js'
import type { Task } from './cases/case.js'
import { shortfallOf, sizeShortfallsOf } from './goals.js'
import type { Effort } from './measure.js'
import type { Verdict } from './prove.js'
import type { Answer, Order } from './run-case.js'
import { measureSizes } from './size.js'
import { sizeTableOf, tableOf, TITLES } from './table.js'

/** The case that is weighed, not timed. */
const SIZE = 'size'

const FULL: Effort = { rounds: 601, slice: 1, warmUp: 500 }
const QUICK: Effort = { rounds: 151, slice: 0.5, warmUp: 300 }

const flags = readFlags()

function readFlags() {
  try {
    return parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        case: { type: 'string', multiple: true, default: [] },
        skip: { type: 'string', multiple: true, default: [] },
      },
    }).values
  } catch (error) {
    console.error(`${(error as Error).message}\nThe options are --quick, --case NAME and --skip NAME.`) // all that parseArgs throws
    process.exit(2)
  }
}

function perform<T extends Answer>(order: Order): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('run-case.ts', import.meta.url)))
    child.once('message', (answer) => resolve(answer as T)) // each order has one kind of answer
    child.once('exit', (code) => reject(new Error(`the process of ${order.name} ended with ${code}`)))
    child.send(order)
  })
}

async function runTask(
  name: string,
  task: Task,
  verdicts: Readonly<Record<string, Verdict>>,
): Promise<string | undefined> {
  const left = new Map<string, string>()
  for (const [contestant, { wrong, issues }] of Object.entries(verdicts)) {
    const reason = wrong === undefined ? (task === 'issues' ? issues : undefined) : `wrong: ${wrong}`
    if (reason !== undefined) left.set(contestant, reason)
    if (flags.skip.some((it) => contestant.startsWith(it))) left.set(contestant, 'skipped')
  }
  const order = {
    kind: 'measure',
    name,
    task,
    excluded: [...left.keys()],
    effort: flags.quick ? QUICK : FULL,
  } as const
  const { timings } = await perform<Extract<Answer, { timings: unknown }>>(order)
  console.log(tableOf(task, timings, left))
  return shortfallOf(task, timings)
}

async function runCase(name: string): Promise<string[]> {
  const { title, tasks } = cases.get(name)!()
  console.log(`\n${title}`)
  const { verdicts } = await perform<Extract<Answer, { verdicts: unknown }>>({ kind: 'prove', name })
  const shortfalls: string[] = []
  for (const task of tasks) {
    const shortfall = await runTask(name, task, verdicts)
    if (shortfall !== undefined) shortfalls.push(`${title}, ${TITLES[task]}: ${shortfall}`)
  }
  return shortfalls
}

async function runSize(): Promise<string[]> {
  const sizes = await measureSizes()
  console.log(`\n${sizeTableOf(sizes)}`)
  return sizeShortfallsOf(sizes)
}

if (!existsSync(new URL('node_modules', import.meta.url))) {
  console.error('The libraries to compare with are not installed: run `npm ci --prefix bench` first.')
  process.exit(2)
}
const names = [...cases.keys(), SIZE]
const chosen = flags.case.length > 0 ? flags.case : names
const unknown = chosen.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no case ${unknown.join(', ')}; the cases are ${names.join(', ')}.`)
  process.exit(2)
}
const shortfalls: string[] = []
for (const name of chosen) shortfalls.push(...(await (name === SIZE ? runSize() : runCase(name))))
console.log(`\nWhere ours falls short: ${shortfalls.length === 0 ? 'nowhere' : ''}`)
for (const shortfall of shortfalls) console.log(`  ${shortfall}`)
