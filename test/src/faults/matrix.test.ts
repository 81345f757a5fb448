import { setTimeout as sleep } from 'node:timers/promises'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EmulatorSnapshot } from '../../../src/emulator/index.js'
import { faultKinds } from './fault-kinds.js'
import { type Operation, operations } from './operations.js'
import { expected, type Expected, type Scenario } from './rules.js'
import { type Case, countsOf, isWaiting, type Observed, pooled, runCase, runUndisturbed } from './run-case.js'
import { createWorld, KEYS, type World } from './world.js'

const scenarios: Readonly<Record<string, Scenario>> = {
  'once, without retries': { retries: 0, strikes: 'once' },
  'once, with retries': { retries: 2, strikes: 'once' },
  'at each attempt': { retries: 2, strikes: 'always' },
}

/** What strikes the first connection of a deployment strikes the look for the agent, and is in the row of that. */
function isLookedAtElsewhere({ id, use }: Operation, faultKind: string): boolean {
  const isDeployment = Object.entries(operations).some(
    ([name, it]) => it.use === use && name.startsWith('deploy'),
  )
  return isDeployment && id !== 'getAgent' && (faultKind === 'offline' || faultKind === 'refuse')
}

const cases = Object.entries(operations).flatMap(([what, operation]) =>
  Object.entries(faultKinds).flatMap(([faultKind, row]) =>
    isLookedAtElsewhere(operation, faultKind)
      ? []
      : Object.entries(scenarios).map(([when, scenario]) => {
          const one: Case = { operation, row, scenario }
          return { name: `${what}: ${faultKind}, ${when}`, one, want: expected(operation, row, scenario) }
        }),
  ),
)

let world: World
const after = new Map<Operation, EmulatorSnapshot>()
const observed = new Map<Case, Observed>()
const unhandled: unknown[] = []
const onUnhandled = (reason: unknown) => unhandled.push(reason)

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled)
  world = await createWorld()
  for (const operation of Object.values(operations)) {
    // oxlint-disable-next-line no-await-in-loop -- each is quick
    after.set(operation, await runUndisturbed(world, operation))
  }
  const all = cases.map(({ one }) => one)
  const run = async (part: readonly Case[], size: number) => {
    await pooled(part, size, async (one) => void observed.set(one, await runCase(world, one)))
  }
  // Those that wait leave the time to those that work.
  await Promise.all([
    run(all.filter(isWaiting), 64),
    run(
      all.filter((it) => !isWaiting(it)),
      6,
    ),
  ])
})

afterAll(() => void process.off('unhandledRejection', onUnhandled))

test('what is to be done once is done at most once in every case, by the rules', () => {
  const twice = cases.filter(({ one, want }) => one.operation.nature === 'once' && want.done > 1)
  expect(twice.map(({ name }) => name)).toEqual([])
})

describe(`fault matrix: ${cases.length} cases`, () => {
  test.each(cases.map((it) => [it.name, it] as const))('%s', (_, { one, want }) => {
    const { operation, scenario, row } = one
    const { result, sent, state, requestsToBots, delays } = observed.get(one)!
    expectOutcome(operation, result, want)
    const requests = operation.isPrelude ? sent.slice(0, prelude(sent, operation)) : sent
    expect(requests.filter((id) => id === operation.id)).toHaveLength(want.attempts)
    const isChanged = want.done > 0
    expect(countsOf(state, requestsToBots)).toEqual(countsAfter(operation, want))
    expect(state).toEqual(isChanged ? after.get(operation) : world.state)
    if (row.told === 429) expect(delays).toEqual(Array.from({ length: want.attempts - 1 }, () => 1000))
    else expect(delays.every((delay) => delay <= 5)).toBe(true)
    expect(scenario.retries === 0 ? delays : []).toEqual([])
  })
})

test('nothing is left: no rejection that nobody handles, no socket, no server', async () => {
  const deadline = performance.now() + 5000
  // oxlint-disable-next-line no-await-in-loop -- the other end of a connection that was closed learns it a little later
  while (openSockets().length > 0 && performance.now() < deadline) await sleep(20)
  expect(openSockets()).toEqual([])
  expect(unhandled).toEqual([])
})

/** How many requests come before that of another operation. */
function prelude(sent: readonly string[], { id }: Operation): number {
  const end = sent.findIndex((it) => it !== id)
  return end === -1 ? sent.length : end
}

function expectOutcome(operation: Operation, result: Observed['result'], want: Expected): void {
  if (want.outcome === 'answer') {
    expect(result).not.toHaveProperty('error')
    const value = { ...(operation.want as object), ...(want.status !== undefined && { status: want.status }) }
    expect(result).toMatchObject({ value: Array.isArray(operation.want) ? operation.want : value })
    return
  }
  const { error } = result as { readonly error: unknown }
  expect(error).toMatchObject(errorOf(operation, want))
  expect(inspect(error, { depth: 9 })).not.toMatch(new RegExp(Object.values(KEYS).join('|')))
}

function errorOf({ id }: Operation, { outcome, status }: Expected): object {
  if (outcome === 'broken body') return { name: 'TypeError', message: 'terminated' }
  if (outcome === 'endless body') return { name: 'TimeoutError', message: expect.stringContaining('aborted') }
  if (outcome === 'TimeoutError') return { name: outcome, message: expect.stringContaining(id) }
  return { name: outcome, operation: id, ...(status !== undefined && { status }) }
}

function countsAfter(operation: Operation, { done }: Expected): object {
  const before = countsOf(world.state)
  const { requestsToBots = 0, ...changes } = done > 0 ? operation.effect : {}
  const changed = Object.entries(changes).map(([name, change]) => [
    name,
    before[name as keyof typeof before] + change, // The keys of an object that was written as a literal are those of its type.
  ])
  return { ...before, ...Object.fromEntries(changed), requestsToBots: requestsToBots * done }
}

function openSockets(): string[] {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'))
}
