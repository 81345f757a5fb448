import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CallOptions, TimeoutError } from '../../../src/index.js'
import { inTime } from '../../../src/call/in-time.js'
import { clientSettings } from '../../../src/settings.js'
import { failure, KEY } from '../service.js'

const idempotent = { operation: 'x', idempotent: true }
const once = { operation: 'x', idempotent: false }
const settled = { operation: 'x', idempotent: false, settle: () => Promise.resolve(undefined) }
const part = (ms: number) => `x got no answer within ${ms} ms`
const never = () => new Promise<never>(() => undefined)

function settingsOf(options: CallOptions = {}) {
  return clientSettings({ apiKey: KEY, timeout: 900, maxConcurrency: 1, ...options })
}

describe('an attempt', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const whole = 'x took longer than 900 ms'
  const another = { isLast: false }
  const last = { isLast: true }
  test.each<[string, Parameters<typeof inTime>[0], { isLast: boolean }, CallOptions, number, number, string]>(
    [
      ['that another may follow', idempotent, another, {}, 900, 300, part(300)],
      ['that another may follow, late', idempotent, another, {}, 200, 200, whole],
      ['that is the last', idempotent, last, {}, 900, 900, whole],
      ['that none can follow', once, another, {}, 900, 900, whole],
      ['of which is found out what it did', settled, another, {}, 900, 300, part(300)],
      ['of which is found out what it did, the last', settled, last, {}, 900, 600, part(600)],
      ['of which is found out what it did, late', settled, last, {}, 90, 60, part(60)],
      ['with a limit', idempotent, last, { attemptTimeout: 50 }, 900, 50, part(50)],
      ['with a limit above what is left', idempotent, another, { attemptTimeout: 5000 }, 900, 900, whole],
      [
        'with a limit that leaves no time to find out',
        settled,
        last,
        { attemptTimeout: 5000 },
        900,
        600,
        part(600),
      ],
      ['of a third', idempotent, another, { timeout: 1000 }, 1000, 333, part(334)],
    ],
  )('%s has its share of the time', async (_, endpoint, { isLast }, options, left, allowed, message) => {
    let end: unknown
    const share = { remaining: () => left, isLast }
    const ended = failure(inTime(endpoint, settingsOf(options), share, never)).then((error) => (end = error))
    await vi.advanceTimersByTimeAsync(allowed - 1)
    expect(end).toBeUndefined()
    await vi.advanceTimersByTimeAsync(2)
    await ended
    expect(end).toBeInstanceOf(TimeoutError)
    expect(end).toMatchObject({ message, timeout: Number(/\d+/.exec(message)![0]) })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the place of an attempt', () => {
  test('is given back however it ends', async () => {
    const settings = settingsOf()
    const share = { remaining: () => 900, isLast: true }
    expect(await inTime(once, settings, share, () => Promise.resolve(7 as never))).toBe(7)
    expect(await failure(inTime(once, settings, share, () => Promise.reject('no')))).toBe('no')
    expect(await failure(inTime(once, settings, { remaining: () => 5, isLast: true }, never))).toBeInstanceOf(
      TimeoutError,
    )
    const aborted = { ...settings, signals: [AbortSignal.abort('enough')] }
    expect(await failure(inTime(once, aborted, share, never))).toBe('enough')
    expect(await failure(inTime(once, settings, { remaining: () => 0, isLast: true }, never))).toBeInstanceOf(
      TimeoutError,
    )
    expect([settings.limiter.tryAcquire(), settings.limiter.tryAcquire()]).toEqual([true, false])
  })

  test('is waited for, as long as there is time', async () => {
    const settings = settingsOf()
    settings.limiter.tryAcquire()
    const attempt = vi.fn<() => Promise<never>>().mockResolvedValue(7 as never)
    const error = await failure(inTime(once, settings, { remaining: () => 10, isLast: true }, attempt))
    expect(error).toEqual(new TimeoutError('x took longer than 900 ms', 900))
    expect(attempt).not.toHaveBeenCalled()
    const waiting = inTime(once, settings, { remaining: () => 900, isLast: true }, attempt)
    settings.limiter.release()
    expect(await waiting).toBe(7)
    expect([settings.limiter.tryAcquire(), settings.limiter.tryAcquire()]).toEqual([true, false])
  })

  test('is given back where it comes in the moment in which the signal aborts', async () => {
    const controller = new AbortController()
    const settings = settingsOf({ signal: controller.signal })
    settings.limiter.tryAcquire()
    const waiting = failure(inTime(once, settings, { remaining: () => 900, isLast: true }, never))
    settings.limiter.release()
    controller.abort('enough')
    expect(await waiting).toBe('enough')
    await new Promise((resolve) => setImmediate(resolve))
    expect([settings.limiter.tryAcquire(), settings.limiter.tryAcquire()]).toEqual([true, false])
    expect(getEventListeners(controller.signal, 'abort')).toEqual([])
  })

  test('is not taken where the signal aborts before it comes', async () => {
    const controller = new AbortController()
    const settings = settingsOf({ signal: controller.signal })
    settings.limiter.tryAcquire()
    const waiting = failure(inTime(once, settings, { remaining: () => 900, isLast: true }, never))
    controller.abort('enough')
    expect(await waiting).toBe('enough')
    settings.limiter.release()
    await new Promise((resolve) => setImmediate(resolve))
    expect([settings.limiter.tryAcquire(), settings.limiter.tryAcquire()]).toEqual([true, false])
  })
})
