import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PipecatCloud } from '../../../src/index.js'
import type { Report } from './faulty-emulator.js'
import { pooled } from './run-case.js'

/** How agents are created. */
export interface Creating {
  readonly count: number
  readonly concurrency: number
  /** Share of the requests that a fault strikes. */
  readonly faults: number
  /** The faults are the same in each run with the same seed, as far as requests come in the same order. */
  readonly seed: string
  /** Longest time of an attempt, in milliseconds. */
  readonly attemptTimeout: number
}

/** What has come of it. */
export interface Created extends Report {
  /** Calls that gave the agent that they were to create. */
  readonly succeeded: number
  /** What the others failed with. */
  readonly failures: readonly unknown[]
  /** Requests that were sent. */
  readonly requests: number
  readonly seconds: number
  /** What the process uses after each third of the calls, all garbage collected, in bytes. */
  readonly memory: readonly { readonly heap: number; readonly resident: number }[]
}

/** Creates agents with distinct names at an emulator that has faults, in a process of its own. */
export async function createMany(how: Creating): Promise<Created> {
  const { count, concurrency, faults, seed, attemptTimeout } = how
  const file = fileURLToPath(new URL('faulty-emulator.ts', import.meta.url))
  const emulator = fork(file, [String(faults), seed], { execArgv: ['--import', 'tsx'] })
  try {
    const [baseUrl] = (await once(emulator, 'message')) as [string] // It is the first thing that it tells.
    let requests = 0
    const pipecat = new PipecatCloud({
      apiKey: 'private-key',
      baseUrl,
      timeout: 600_000,
      attemptTimeout,
      maxConcurrency: concurrency,
      retries: { limit: 20, minDelay: 1, maxDelay: 50 },
      validate: { responses: 'throw' },
      onRequest: () => (requests += 1),
    })
    const start = performance.now()
    const outcome = await createEach(pipecat, count, concurrency)
    const seconds = (performance.now() - start) / 1000
    const report = once(emulator, 'message')
    emulator.send('report')
    const [found] = (await report) as [Report] // Its answer to this message.
    return { ...outcome, ...found, requests, seconds }
  } finally {
    if (emulator.connected) emulator.disconnect()
  }
}

async function createEach(
  { agents }: PipecatCloud,
  count: number,
  concurrency: number,
): Promise<Pick<Created, 'succeeded' | 'failures' | 'memory'>> {
  const failures: unknown[] = []
  const memory: { heap: number; resident: number }[] = []
  let succeeded = 0
  const third = Math.ceil(count / 3)
  for (let from = 0; from < count; from += third) {
    const names = Array.from({ length: Math.min(third, count - from) }, (_, index) => nameOf(from + index))
    // oxlint-disable-next-line no-await-in-loop -- one third after the other
    await pooled(names, concurrency, async (serviceName) => {
      try {
        const { name } = await agents.create({ serviceName, image: `you/${serviceName}:1` })
        if (name === serviceName) succeeded += 1
        else failures.push(new Error(`The answer to the create of ${serviceName} is ${name}`))
      } catch (error) {
        failures.push(error)
      }
    })
    memory.push(memoryNow())
  }
  return { succeeded, failures, memory }
}

/** The name of an agent by its number. */
export function nameOf(index: number): string {
  return `agent-${index}`
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function memoryNow(): { heap: number; resident: number } {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed, resident: rss }
}
