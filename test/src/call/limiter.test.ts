import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { Limiter } from '../../../src/call/limiter.js'
import type { Answer } from '../../scripts/runtime/client/loopback.js'
import { agentWith } from '../agent.js'
import { failure, hang, inTurn, json, serve } from '../service.js'

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

/** Answers after a while, and counts the requests that are under way. */
function slowly(answer: Answer) {
  const count = { now: 0, most: 0 }
  const counted: Answer = (response, request) => {
    count.now += 1
    count.most = Math.max(count.most, count.now)
    setTimeout(() => {
      count.now -= 1
      answer(response, request)
    }, 10)
  }
  return { count, counted }
}

describe('the requests of a client', () => {
  test('are under way as many at a time as it allows, whatever calls them', async () => {
    const { count, counted } = slowly(json(200, agentWith()))
    await using service = await serve(counted, { maxConcurrency: 3 })
    const { agents } = service.pipecat
    await Promise.all(Array.from({ length: 10 }, (_, index) => agents.get(`a-${index}`)))
    expect(service.requests).toHaveLength(10)
    expect(count.most).toBe(3)
  })

  test('are 100 at a time by default', async () => {
    let waiting = 0
    let most = 0
    const release: (() => void)[] = []
    await using service = await serve(hang, {
      fetch: async () => {
        most = Math.max(most, (waiting += 1))
        await new Promise<void>((resolve) => release.push(resolve))
        waiting -= 1
        return Response.json(agentWith())
      },
    })
    const calls = Array.from({ length: 101 }, () => service.pipecat.agents.get('a'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(release).toHaveLength(100)
    while (release.length > 0) {
      for (const each of release.splice(0)) each()
      // oxlint-disable-next-line no-await-in-loop -- the next request begins when one has ended
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await Promise.all(calls)
    expect(most).toBe(100)
  })

  test('leave their places when they fail, end or are tried again', async () => {
    await using service = await serve(
      inTurn(json(404, {}), hang, hang, json(503, {}), json(200, agentWith())),
      { maxConcurrency: 1 },
    )
    const { agents } = service.pipecat
    const controller = new AbortController()
    const outcomes = await Promise.allSettled([
      agents.get('missing'),
      agents.get('late', { attemptTimeout: 50, retries: 0 }),
      agents.get('aborted', {
        signal: controller.signal,
        onRequest: () => setTimeout(() => controller.abort(), 30),
      }),
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
