import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type Agent,
  DeployError,
  NotFoundError,
  PipecatCloudError,
  TimeoutError,
} from '../../../src/index.js'
import { waitUntilReady } from '../../../src/deploy/wait-until-ready.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { agentWith } from '../agent.js'
import { failure, json, serve } from '../service.js'

/** Answers with one agent after the other, and with the last again and again. */
function inTurn(...agents: readonly Agent[]): Answer {
  let index = 0
  return (response, request) => json(200, agents[Math.min(index++, agents.length - 1)])(response, request)
}

const pending = agentWith({ ready: false })
const ready = agentWith({ ready: true })

describe('agents.waitUntilReady', () => {
  test('reads the agent until it is ready, tells its progress, and gives it back', async () => {
    await using service = await serve(inTurn(pending, pending, ready))
    const progress: boolean[] = []
    const agent = await service.pipecat.agents.waitUntilReady('voice-starter', {
      interval: 5,
      onProgress: (it) => progress.push(it.ready),
    })
    expect(agent).toEqual(ready)
    expect(progress).toEqual([false, false, true])
    expect(service.requests.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => '/v1/agents/voice-starter'),
    )
  })

  test('does not wait for an agent that is ready', async () => {
    await using service = await serve(inTurn(ready))
    expect(await service.pipecat.agents.waitUntilReady('voice-starter', { interval: 60_000 })).toEqual(ready)
    expect(service.requests).toHaveLength(1)
  })

  test('ends with a DeployError when the deployment fails', async () => {
    const failed = agentWith({ errors: [{ code: 'PCC_IMAGE_NOT_FOUND', message: 'No such tag' }] })
    await using service = await serve(inTurn(pending, failed))
    const error = await failure(service.pipecat.agents.waitUntilReady('voice-starter', { interval: 5 }))
    expect(error).toBeInstanceOf(DeployError)
    expect(error).toBeInstanceOf(PipecatCloudError)
    expect(error).toMatchObject({
      name: 'DeployError',
      message: 'The deployment of agent "voice-starter" has failed: PCC_IMAGE_NOT_FOUND: No such tag',
      reason: 'PCC_IMAGE_NOT_FOUND: No such tag',
      agent: failed,
    })
  })

  test.each([
    ['sleeps', inTurn(pending), 60_000],
    ['reads', inTurn(pending), 10],
    ['is not answered', () => undefined, 10],
  ])('ends with a TimeoutError in time, also when it %s', async (_, answer, interval) => {
    await using service = await serve(answer)
    const start = performance.now()
    const error = await failure(service.pipecat.agents.waitUntilReady('a', { interval, timeout: 60 }))
    expect(performance.now() - start).toBeLessThan(2000)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ message: 'Agent "a" was not ready within 60 ms', timeout: 60 })
  })

  test('takes the call that is under way with it when it ends', async () => {
    const signals: AbortSignal[] = []
    await using service = await serve(() => undefined, {
      fetch: (request, init) => {
        signals.push(init.signal)
        return fetch(request, init)
      },
    })
    await failure(service.pipecat.agents.waitUntilReady('a', { timeout: 20 }))
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  test('stops to read once it has ended', async () => {
    await using service = await serve(inTurn(pending))
    await failure(service.pipecat.agents.waitUntilReady('a', { interval: 5, timeout: 40 }))
    // A request may still be on its way.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const count = service.requests.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(service.requests.length).toBe(count)
  })

  test.each([
    ['sleeps', inTurn(pending)],
    ['is not answered', () => undefined],
  ])('ends at once with the reason of the signal when it %s', async (_, answer) => {
    const controllers = { client: new AbortController(), call: new AbortController() }
    await using service = await serve(answer, { signal: controllers.client.signal })
    for (const controller of Object.values(controllers).toReversed())
      setTimeout(() => controller.abort(controller), 30)
    const start = performance.now()
    const { signal } = controllers.call
    expect(await failure(service.pipecat.agents.waitUntilReady('a', { signal }))).toBe(controllers.call)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('ends when a call fails', async () => {
    await using service = await serve(json(404, { error: 'Not found', code: 'NOT_FOUND' }))
    expect(await failure(service.pipecat.agents.waitUntilReady('a', { interval: 5 }))).toBeInstanceOf(
      NotFoundError,
    )
    expect(service.requests).toHaveLength(1)
  })

  test('ends when a call takes longer than the client allows', async () => {
    await using service = await serve(() => undefined, { timeout: 20 })
    expect(await failure(service.pipecat.agents.waitUntilReady('a'))).toMatchObject({
      message: 'getAgent took longer than 20 ms',
    })
  })

  test('ends with what its listener throws', async () => {
    await using service = await serve(inTurn(pending))
    const thrown = new Error('no')
    const onProgress = () => {
      throw thrown
    }
    expect(await failure(service.pipecat.agents.waitUntilReady('a', { onProgress }))).toBe(thrown)
  })

  test('passes the options of a call on', async () => {
    await using service = await serve(inTurn(ready))
    await service.pipecat.agents.waitUntilReady('a', { headers: { 'X-A': 'b' }, apiKey: 'other' })
    expect(service.requests[0]!.headers).toMatchObject({ 'x-a': 'b', authorization: 'Bearer other' })
  })
})

describe('by default', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('it reads every five seconds, for ten minutes', async () => {
    const read = vi.fn<() => Promise<Agent>>().mockResolvedValue(pending)
    const waiting = failure(waitUntilReady({ name: 'a', signals: [], read }))
    await vi.advanceTimersByTimeAsync(4999)
    expect(read).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(read).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(594_999)
    expect(read).toHaveBeenCalledTimes(120)
    await vi.advanceTimersByTimeAsync(1)
    expect(await waiting).toMatchObject({ message: 'Agent "a" was not ready within 600000 ms' })
  })
})
