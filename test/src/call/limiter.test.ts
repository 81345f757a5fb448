import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { Limiter } from '../../../src/call/limiter.js'
import { PipecatCloud } from '../../../src/index.js'
import { agentWith } from '../agent.js'
import { failure, hang, inTurn, json, KEY, serve } from '../service.js'

const { signal } = new AbortController()

describe('a limiter', () => {
  test('has as many places as it is made with', () => {
    const limiter = new Limiter(2)
    expect([1, 2, 3].map(() => limiter.tryAcquire())).toEqual([true, true, false])
    limiter.release()
    expect([1, 2].map(() => limiter.tryAcquire())).toEqual([true, false])
  })

  test('hands places out in the order in which they were asked for, and to no one who comes later', async () => {
    const limiter = new Limiter(1)
    const order: string[] = []
    const take = (name: string) => limiter.acquire(signal).then(() => order.push(name))
    await take('first')
    const others = [take('second'), take('third')]
    limiter.release()
    expect(limiter.tryAcquire()).toBe(false)
    await others[0]
    expect(order).toEqual(['first', 'second'])
    limiter.release()
    await others[1]
    limiter.release()
    expect(order).toEqual(['first', 'second', 'third'])
    expect([1, 2].map(() => limiter.tryAcquire())).toEqual([true, false])
  })

  test('lets go of who does not want to wait any longer, and of the listener', async () => {
    const limiter = new Limiter(1)
    limiter.tryAcquire()
    const controller = new AbortController()
    const [gone, staying] = [failure(limiter.acquire(controller.signal)), limiter.acquire(signal)]
    controller.abort('enough')
    expect(await gone).toBe('enough')
    expect(await failure(limiter.acquire(controller.signal))).toBe('enough')
    limiter.release()
    await staying
    expect(getEventListeners(signal, 'abort')).toEqual([])
    limiter.release()
    expect([1, 2].map(() => limiter.tryAcquire())).toEqual([true, false])
  })
})

/** A `fetch` whose requests are held until they are let go, and counted. */
function held() {
  const waiting: (() => void)[] = []
  let most = 0
  const fetch = async (): Promise<Response> => {
    await new Promise<void>((resolve) => {
      most = Math.max(most, waiting.push(resolve))
    })
    return Response.json(agentWith())
  }
  const letGo = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (waiting.length === 0) return undefined
    for (const each of waiting.splice(0)) each()
    return letGo()
  }
  return { fetch, letGo, most: () => most }
}

describe('the requests of a client', () => {
  test.each([
    [3, 3],
    [1, 1],
    [undefined, 100],
    [Infinity, 110],
  ])('are under way at a time, with %s as their limit, up to %i', async (maxConcurrency, want) => {
    const { fetch, letGo, most } = held()
    const pipecat = new PipecatCloud({ apiKey: KEY, fetch, maxConcurrency })
    const calls = Array.from({ length: 110 }, (_, index) => pipecat.agents.get(`a-${index}`))
    await letGo()
    expect(await Promise.all(calls)).toHaveLength(110)
    expect(most()).toBe(want)
  })

  test('leave their places when they fail, end or are tried again', async () => {
    const controller = new AbortController()
    const abort = () => controller.abort()
    await using service = await serve(
      inTurn(json(404, {}), hang, abort, json(503, {}), json(200, agentWith())),
      { maxConcurrency: 1 },
    )
    const { agents } = service.pipecat
    const outcomes = await Promise.allSettled([
      agents.get('missing'),
      agents.get('late', { attemptTimeout: 500, retries: 0 }),
      agents.get('aborted', { signal: controller.signal }),
      agents.get('again'),
      agents.get('last'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    // Whose turn comes while another waits to try again is served first.
    expect(service.requests.map(({ url }) => url.slice('/v1/agents/'.length))).toEqual([
      'missing',
      'late',
      'aborted',
      'again',
      'last',
      'again',
    ])
  })

  test('wait only as long as the calls may take', async () => {
    await using service = await serve(hang, { maxConcurrency: 1, retries: 0 })
    const { agents } = service.pipecat
    const controller = new AbortController()
    const first = failure(agents.get('a', { signal: controller.signal }))
    expect(await failure(agents.get('b', { timeout: 20 }))).toMatchObject({
      message: 'getAgent took longer than 20 ms',
    })
    controller.abort('enough')
    expect(await first).toBe('enough')
    expect(service.requests.length).toBeLessThanOrEqual(1)
  })
})
