import type { Emulator, EmulatorSnapshot, Fault, FaultTarget } from '../../../src/emulator/index.js'
import type { FaultKindRow, Told } from './fault-kinds.js'
import type { Counts, Operation } from './operations.js'
import type { Scenario } from './rules.js'
import { clientOf, emulatorOf, type World } from './world.js'

/** A case of the matrix. */
export interface Case {
  readonly operation: Operation
  readonly row: FaultKindRow
  readonly scenario: Scenario
}

/** What has become of a case. */
export interface Observed {
  /** What the call gave, or what it rejected with. */
  readonly result: { readonly value: unknown } | { readonly error: unknown }
  /** The operation of each request that was sent. */
  readonly sent: readonly string[]
  readonly state: EmulatorSnapshot
  readonly requestsToBots: number
  /** Times between attempts, in milliseconds. */
  readonly delays: readonly number[]
}

const WAITING: ReadonlySet<Told> = new Set(['silence', 'endless'])

/** Whether a case takes time and not work. */
export function isWaiting({ row: { told } }: Case): boolean {
  return WAITING.has(told) || told === 429
}

/** How long an attempt is waited for, in milliseconds, where none would ever end; more where the machine turns out to be busy. */
const PATIENCE = [400, 1600, 6400, 25_600] as const

/** Runs a case, with an emulator of its own, as it is when no request took too long but those that a fault had struck. */
export async function runCase(world: World, one: Case): Promise<Observed> {
  for (const patience of PATIENCE) {
    // oxlint-disable-next-line no-await-in-loop -- again only if need be
    const { isDisturbed, ...observed } = await runOnce(world, one, patience)
    if (!isDisturbed) return observed
  }
  throw new Error('The machine is too busy to tell what is slow from what is held up')
}

async function runOnce(
  world: World,
  { operation, row, scenario }: Case,
  patience: number,
): Promise<Observed & { readonly isDisturbed: boolean }> {
  const sent: string[] = []
  const delays: number[] = []
  const seen = { struck: 0, answered: 0, tooLate: 0, toBots: 0 }
  const emulator = await emulatorOf(world, {
    bot: () => {
      seen.toBots += 1
      return Response.json({ status: 'OK' })
    },
    onFault: () => (seen.struck += 1),
    onRequest: () => (seen.answered += 1),
  })
  const { fault, told, isDone } = row
  const isHeld = WAITING.has(told)
  if (fault !== undefined) emulator.faults.add({ ...fault, ...targetOf(fault, operation, scenario) })
  const pipecat = clientOf(emulator, {
    timeout: 120_000,
    ...(isHeld && { attemptTimeout: patience }),
    retries: { limit: scenario.retries, minDelay: 1, maxDelay: 5 },
    onRequest: (event) => sent.push(event.operation),
    onRetry: (event) => delays.push(event.delay),
    fetch: async (request, init) => {
      init.signal.addEventListener('abort', () => (seen.tooLate += 1))
      if (fault === undefined) await goOffOrOn(emulator, scenario, sent.length)
      return fetch(request, init)
    },
  })
  const signal = told === 'endless' ? AbortSignal.timeout(patience) : new AbortController().signal
  const result = await settled(() => operation.use(pipecat, world, signal))
  await emulator.close()
  const { struck, answered, tooLate, toBots } = seen
  const isPunctual = tooLate === struck && answered === sent.length - (isDone ? 0 : struck)
  return {
    result,
    sent,
    state: emulator.snapshot(),
    requestsToBots: toBots,
    delays,
    isDisturbed: isHeld && !isPunctual,
  }
}

function targetOf(fault: Fault, { id, isPrelude }: Operation, { strikes, retries }: Scenario): FaultTarget {
  return {
    ...(fault.kind !== 'refuse' && { operation: id }),
    ...(strikes === 'once' && { nth: 1 }),
    // The same operation comes again later, when the look is over.
    ...(isPrelude && strikes === 'always' && { times: retries + 1 }),
  }
}

/** Takes the emulator from the net as a request is sent, and puts it back for the next one if it is to be away only once. */
async function goOffOrOn(
  { goOffline, goOnline }: Emulator,
  { strikes }: Scenario,
  number: number,
): Promise<void> {
  if (number === 1) await goOffline()
  else if (strikes === 'once') await goOnline()
}

async function settled(use: () => PromiseLike<unknown>): Promise<Observed['result']> {
  try {
    return { value: await use() }
  } catch (error) {
    return { error }
  }
}

/** Runs the operation without a fault. */
export async function runUndisturbed(world: World, operation: Operation): Promise<EmulatorSnapshot> {
  await using emulator = await emulatorOf(world)
  await operation.use(clientOf(emulator), world, new AbortController().signal)
  return emulator.snapshot()
}

/** Does work on each item, on so many at once. */
export async function pooled<T>(
  items: Iterable<T>,
  size: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]()
  const worker = async () => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      // oxlint-disable-next-line no-await-in-loop -- each worker does one after the other
      await work(next.value)
    }
  }
  await Promise.all(Array.from({ length: size }, worker))
}

interface Stored {
  readonly agents: readonly { readonly earlier: readonly unknown[] }[]
  readonly secretSets: readonly { readonly secrets?: readonly string[] }[]
  readonly builds: readonly unknown[]
  readonly sessions: readonly { readonly ended?: unknown }[]
}

/** How much there is in a state. */
export function countsOf(state: EmulatorSnapshot, requestsToBots = 0): Counts {
  const { agents, secretSets, builds, sessions } = state as EmulatorSnapshot & Stored // These are its members in version 1.
  return {
    agents: agents.length,
    deployments: agents.reduce((sum, { earlier }) => sum + 1 + earlier.length, 0),
    secretSets: secretSets.length,
    secrets: secretSets.reduce((sum, { secrets = [] }) => sum + secrets.length, 0),
    builds: builds.length,
    sessions: sessions.length,
    runningSessions: sessions.filter(({ ended }) => ended === undefined).length,
    requestsToBots,
  }
}
