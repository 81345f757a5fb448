import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClient } from '../../../generated/client/index.js'
import { attempts, type Repeatable } from '../../../src/call/attempts.js'
import { noResponse } from '../../../src/call/no-response.js'
import { type CallOptions, TimeoutError } from '../../../src/index.js'
import { clientSettings } from '../../../src/settings.js'
import { failure, KEY } from '../service.js'

const reading: Repeatable<undefined, string> = { operation: 'read', idempotent: true }
const wholeRest: NonNullable<(typeof reading)['settle']> = ({ settings }) =>
  new Promise((resolve) => setTimeout(resolve, settings.timeout, undefined))
const never = () => new Promise<never>(() => undefined)

/** Times at which attempts began, and the time and reason of the end. */
function observe(endpoint: typeof reading, options: CallOptions, attempt: () => Promise<never>) {
  const begun: number[] = []
  const settings = clientSettings({ apiKey: KEY, ...options })
  const call = { call: Symbol('read'), client: createClient(), endpoint, input: undefined, settings }
  const origin = performance.now()
  const making = attempts(call, () => {
    begun.push(performance.now() - origin)
    return attempt()
  })
  const ended = failure(making).then((error) => ({ error, at: performance.now() - origin }))
  return { begun, ended }
}

describe('the time of a call', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test('is shared by all of its attempts', async () => {
    const { begun, ended } = observe(
      reading,
      { timeout: 900, retries: { minDelay: 20, maxDelay: 100 } },
      never,
    )
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toEqual([0, 310, 630])
    expect(await ended).toEqual({ error: new TimeoutError('read took longer than 900 ms', 900), at: 900 })
  })

  test('is what it fails by where it was used up to find out what an attempt has done', async () => {
    const { begun, ended } = observe({ ...reading, settle: wholeRest }, { timeout: 900 }, never)
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toEqual([0])
    expect(await ended).toEqual({ error: new TimeoutError('read took longer than 900 ms', 900), at: 900 })
  })

  test('leaves the reason that there was before it was up', async () => {
    const reason = noResponse('read', new Error('broken'))
    const { begun, ended } = observe({ ...reading, settle: wholeRest }, { timeout: 900 }, () =>
      Promise.reject(reason),
    )
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toEqual([0])
    expect(await ended).toEqual({ error: reason, at: 900 })
  })

  test('below a millisecond is none, so that nothing is sent which nobody would hear of', async () => {
    const { begun, ended } = observe(reading, { timeout: 0.9 }, never)
    await vi.advanceTimersByTimeAsync(1)
    expect(begun).toEqual([])
    expect((await ended).error).toEqual(new TimeoutError('read took longer than 0.9 ms', 0.9))
  })

  test('without end allows for every retry', async () => {
    const { begun, ended } = observe(
      reading,
      { timeout: Infinity, attemptTimeout: 100, retries: { minDelay: 20, maxDelay: 30 } },
      never,
    )
    await vi.advanceTimersByTimeAsync(1000)
    expect(begun).toEqual([0, 110, 225])
    expect((await ended).error).toEqual(new TimeoutError('read got no answer within 100 ms', 100))
  })
})
