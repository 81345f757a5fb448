import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PipecatCloudError, TimeoutError } from '../../../src/index.js'
import { sleep, withDeadline } from '../../../src/call/timeout.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { agentWith } from '../agent.js'
import { failure, json, serve } from '../service.js'

const silent: Answer = () => undefined
const halfway: Answer = (response) =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"name":')
const halfwayFailing: Answer = (response) =>
  response.writeHead(500, { 'Content-Type': 'text/html' }).write('<html>')

describe('a call that takes too long', () => {
  test.each([
    ['before the headers', silent],
    ['in the midst of the body', halfway],
    ['in the midst of the body of an error', halfwayFailing],
  ])('%s ends in a TimeoutError', async (_, answer) => {
    await using service = await serve(answer, { timeout: 60 })
    const start = performance.now()
    const error = await failure(service.pipecat.agents.get('a'))
    expect(performance.now() - start).toBeGreaterThanOrEqual(55)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toBeInstanceOf(PipecatCloudError)
    expect(error).toMatchObject({
      name: 'TimeoutError',
      message: 'getAgent took longer than 60 ms',
      timeout: 60,
    })
  })

  test('ends by the timeout of the call before that of the client', async () => {
    await using service = await serve(silent, { timeout: 60_000 })
    expect(await failure(service.pipecat.agents.get('a', { timeout: 20 }))).toMatchObject({ timeout: 20 })
  })

  test('ends even if fetch does not heed signals', async () => {
    await using service = await serve(silent, { timeout: 20, fetch: () => new Promise(() => undefined) })
    expect(await failure(service.pipecat.agents.get('a'))).toBeInstanceOf(TimeoutError)
  })

  test('gives the signal to fetch, so that the connection ends too', async () => {
    await using service = await serve(silent)
    const closed = new Promise((resolve) => {
      void service.pipecat.agents
        .get('a', {
          timeout: 20,
          fetch: (request, init) => {
            init.signal.addEventListener('abort', () => resolve(init.signal.reason))
            return fetch(request, init)
          },
        })
        .catch(() => undefined)
    })
    expect(await closed).toBeInstanceOf(TimeoutError)
  })

  test.each([Infinity, 2 ** 31])('has all the time that it needs with a timeout of %d', async (timeout) => {
    await using service = await serve((response, request) =>
      setTimeout(() => json(200, agentWith())(response, request), 30),
    )
    expect(await service.pipecat.agents.get('a', { timeout })).toEqual(agentWith())
  })
})

describe('a call whose signal aborts', () => {
  const reason = new Error('enough')

  test.each([
    ['before the headers', silent],
    ['in the midst of the body', halfway],
  ])('%s rejects with the reason of the signal', async (_, answer) => {
    await using service = await serve(answer)
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 20)
    expect(await failure(service.pipecat.agents.get('a', { signal: controller.signal }))).toBe(reason)
  })

  test('before it begins is not sent', async () => {
    await using service = await serve(silent)
    expect(await failure(service.pipecat.agents.get('a', { signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(service.requests).toEqual([])
  })

  test('rejects with an AbortError where the signal has no other reason', async () => {
    await using service = await serve(silent)
    const error = await failure(service.pipecat.agents.get('a', { signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ name: 'AbortError' })
  })

  test('rejects by the signal of the client too', async () => {
    const controller = new AbortController()
    await using service = await serve(silent, { signal: controller.signal })
    setTimeout(() => controller.abort(reason), 20)
    expect(await failure(service.pipecat.agents.get('a', { signal: new AbortController().signal }))).toBe(
      reason,
    )
  })

  test('leaves no listener on the signal once it is over', async () => {
    await using service = await serve(json(200, agentWith()))
    const { signal } = new AbortController()
    await service.pipecat.agents.get('a', { signal })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

describe('withDeadline', () => {
  const deadline = { signals: [], limit: { timeout: 10, toError: () => new TimeoutError('late', 10) } }

  test('gives what the work gives, or rejects with', async () => {
    expect(await withDeadline(deadline, () => Promise.resolve(7))).toBe(7)
    expect(await failure(withDeadline(deadline, () => Promise.reject(new Error('no'))))).toMatchObject({
      message: 'no',
    })
  })

  test('is deaf to what the work rejects with afterwards', async () => {
    const late = withDeadline(deadline, async (signal) => {
      await failure(sleep(1000, signal))
      throw new Error('afterwards')
    })
    expect(await failure(late)).toMatchObject({ message: 'late' })
    await new Promise((resolve) => setTimeout(resolve, 10))
  })
})

describe('sleep', () => {
  test('waits', async () => {
    const start = performance.now()
    await sleep(30, new AbortController().signal)
    expect(performance.now() - start).toBeGreaterThanOrEqual(25)
  })

  test('ends at once when the signal aborts, and leaves no listener', async () => {
    const controller = new AbortController()
    const sleeping = sleep(60_000, controller.signal)
    controller.abort('up')
    expect(await failure(sleeping)).toBe('up')
    expect(await failure(sleep(60_000, controller.signal))).toBe('up')
    const { signal } = new AbortController()
    await sleep(1, signal)
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

describe('no timer is left', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('when the work is done in time', async () => {
    const deadline = { signals: [], limit: { timeout: 1000, toError: () => new TimeoutError('late', 1000) } }
    await withDeadline(deadline, () => Promise.resolve())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('when sleep is ended', async () => {
    const controller = new AbortController()
    const sleeping = sleep(1000, controller.signal)
    expect(vi.getTimerCount()).toBe(1)
    controller.abort('up')
    expect(await failure(sleeping)).toBe('up')
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that would be over at once, because it is too long to count', async () => {
    const awake = vi.fn<() => void>()
    void sleep(2 ** 31, new AbortController().signal).then(awake)
    await vi.advanceTimersByTimeAsync(1_000_000)
    expect(awake).not.toHaveBeenCalled()
  })
})
