import { describe, expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../../src/emulator/index.js'
import type { PipecatCloudOptions } from '../../../src/index.js'
import { failure } from '../service.js'
import { countsOf } from './run-case.js'
import { clientOf, createWorld, emulatorOf, IMAGE, NAME } from './world.js'

const world = await createWorld()
const request = { serviceName: 'another', image: IMAGE, autoScaling: { maxAgents: 3 } }

/** An emulator with faults, and a client of it. */
async function faulted(faults: readonly Fault[], options: PipecatCloudOptions = {}) {
  const emulator = await emulatorOf(world)
  onTestFinished(() => emulator.close())
  for (const fault of faults) emulator.faults.add(fault)
  const sent: string[] = []
  const pipecat = clientOf(emulator, {
    retries: { limit: 2, minDelay: 1, maxDelay: 5 },
    onRequest: ({ operation }) => sent.push(operation),
    ...options,
  })
  return { emulator, pipecat, sent }
}

const create = { operation: 'createAgent', when: 'after' } as const
const read = { operation: 'getAgent' } as const

/** The ways in which a read can fail in passing. */
const readFaults: Readonly<Record<string, Fault>> = {
  reset: { kind: 'reset', ...read },
  truncated: { kind: 'truncate', ...read },
  'no JSON': { kind: 'invalid-json', ...read },
  'a page': {
    kind: 'status',
    status: 200,
    body: '<html>',
    headers: { 'content-type': 'text/html' },
    ...read,
  },
  '408': { kind: 'status', status: 408, ...read },
  '429': { kind: 'status', status: 429, retryAfter: 0, ...read },
  '500': { kind: 'status', status: 500, ...read },
  '503': { kind: 'status', status: 503, ...read },
}

describe.each(Object.entries(readFaults))(
  'a create whose answer is lost, and the reading back fails: %s',
  (_, fault) => {
    test.each([0, 2])('twice, with %i retries: it is settled by the third reading', async (limit) => {
      const { emulator, pipecat, sent } = await faulted(
        [
          { kind: 'reset', nth: 1, ...create },
          { ...fault, times: 2 },
        ],
        { retries: { limit, minDelay: 1, maxDelay: 5 } },
      )
      expect(await pipecat.agents.create(request)).toMatchObject({ name: 'another' })
      expect(sent).toEqual(['createAgent', 'getAgent', 'getAgent', 'getAgent'])
      expect(countsOf(emulator.snapshot())).toMatchObject({ agents: 2, deployments: 2 })
    })

    test('always, without retries: the create has failed as it did, and it is not sent again', async () => {
      const { emulator, pipecat, sent } = await faulted([{ kind: 'reset', ...create }, fault], { retries: 0 })
      expect(await failure(pipecat.agents.create(request))).toMatchObject({
        name: 'ConnectionError',
        operation: 'createAgent',
      })
      expect(sent).toEqual(['createAgent', 'getAgent', 'getAgent', 'getAgent'])
      expect(countsOf(emulator.snapshot())).toMatchObject({ agents: 2, deployments: 2 })
    })

    test('until a second create finds the name taken: it is settled then', async () => {
      const { emulator, pipecat, sent } = await faulted([
        { kind: 'reset', nth: 1, ...create },
        { ...fault, times: 3 },
      ])
      expect(await pipecat.agents.create(request)).toMatchObject({ name: 'another' })
      expect(sent).toEqual(['createAgent', ...Array(3).fill('getAgent'), 'createAgent', 'getAgent'])
      expect(countsOf(emulator.snapshot())).toMatchObject({ agents: 2, deployments: 2 })
    })
  },
)

describe('a create whose answer is lost', () => {
  const taken = { serviceName: NAME, image: 'your-dockername/voice-starter:0.2' }

  test.each<[string, Fault]>([
    ['without an effect', { kind: 'status', status: 500, operation: 'createAgent', nth: 1 }],
    ['of a refusal', { kind: 'reset', when: 'after', operation: 'createAgent', nth: 1 }],
  ])('%s, of a name that another configuration has, is a ConflictError', async (_, fault) => {
    const { emulator, pipecat } = await faulted([fault])
    expect(await failure(pipecat.agents.create(taken))).toMatchObject({
      name: 'ConflictError',
      status: 409,
      message: expect.stringContaining('differs in image'),
    })
    expect(emulator.snapshot()).toEqual(world.state)
  })

  test.each(['[]', '[{}]', '"a"', '1', 'null', 'true', ''])(
    'as what came in its place, %s, is no object, is settled whether responses are checked or not',
    async (body) => {
      const { emulator, pipecat, sent } = await faulted(
        [
          {
            kind: 'status',
            status: 200,
            body,
            headers: { 'content-type': 'application/json' },
            nth: 1,
            ...create,
          },
        ],
        { validate: { responses: 'off' } },
      )
      expect(await pipecat.agents.create(request)).toMatchObject({ name: 'another' })
      expect(sent).toEqual(['createAgent', 'getAgent'])
      expect(countsOf(emulator.snapshot())).toMatchObject({ agents: 2, deployments: 2 })
    },
  )

  test('says what the create failed with where the key may not read', async () => {
    const { pipecat } = await faulted([
      { kind: 'reset', ...create },
      { kind: 'status', status: 403, operation: 'getAgent' },
    ])
    expect(await failure(pipecat.agents.create(request))).toMatchObject({ operation: 'createAgent' })
  })
})

describe('a deadline', () => {
  const hang = { kind: 'hang', operation: 'createAgent' } as const

  test('ends all attempts and the reading back together', async () => {
    const { emulator, pipecat } = await faulted([hang], { timeout: 600 })
    const start = performance.now()
    expect(await failure(pipecat.agents.create(request))).toMatchObject({ name: 'TimeoutError' })
    expect(performance.now() - start).toBeLessThan(600 + 400)
    expect(emulator.snapshot()).toEqual(world.state)
  })

  test('leaves the time to read back what was created', async () => {
    const { emulator, pipecat } = await faulted([{ ...hang, when: 'after' }], { timeout: 2000, retries: 0 })
    expect(await pipecat.agents.create(request)).toMatchObject({ name: 'another' })
    expect(countsOf(emulator.snapshot())).toMatchObject({ agents: 2, deployments: 2 })
  })
})

describe('a signal ends a create at once', () => {
  const never: Readonly<Record<string, readonly Fault[]>> = {
    'while it waits for the answer': [{ kind: 'hang', operation: 'createAgent' }],
    'in the midst of the answer': [{ kind: 'stall', ...create }],
    'before the next attempt': [{ kind: 'status', status: 429, retryAfter: 60, operation: 'createAgent' }],
    'while it reads back': [
      { kind: 'reset', ...create },
      { kind: 'hang', operation: 'getAgent' },
    ],
  }

  test.each(Object.entries(never))('%s', async (_, faults) => {
    const { pipecat, emulator } = await faulted(faults, { timeout: 120_000 })
    const controller = new AbortController()
    const call = failure(pipecat.agents.create(request, { signal: controller.signal }))
    await new Promise((resolve) => setTimeout(resolve, 150))
    const start = performance.now()
    controller.abort(new Error('enough'))
    expect(await call).toMatchObject({ message: 'enough' })
    expect(performance.now() - start).toBeLessThan(200)
    expect(countsOf(emulator.snapshot()).agents).toBeLessThanOrEqual(2)
  })
})
