import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { apiErrorOf } from '../../../src/errors/api-error-of.js'
import { delayAfter } from '../../../src/call/delay.js'

const NOW = Date.parse('2026-11-24T12:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const backoff = { minDelay: 500, maxDelay: 8000 }
const broken = new Error('broken')

/** An answer that asks for a while. */
function asking(value: string) {
  return apiErrorOf({ operation: 'x', status: 429, headers: new Headers({ 'Retry-After': value }), body: {} })
}

describe('the time until the next attempt', () => {
  test.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [4, 4000],
    [5, 8000],
    [6, 8000],
    [5000, 8000],
  ])('after attempt %i is a random part of %i ms', (attempt, bound) => {
    for (const part of [0, 0.25, 0.999]) {
      vi.spyOn(Math, 'random').mockReturnValue(part)
      expect(delayAfter(broken, attempt, backoff, Infinity)).toBe(part * bound)
    }
  })

  test('may have no bound at all, or one that is below the first', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    expect(delayAfter(broken, 5000, { minDelay: 0, maxDelay: 8000 }, Infinity)).toBe(0)
    expect(delayAfter(broken, 1, { minDelay: 500, maxDelay: 100 }, Infinity)).toBe(50)
  })

  test('leaves half of what is left to the attempt', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.9)
    expect(delayAfter(broken, 1, backoff, 100)).toBe(50)
    expect(delayAfter(broken, 1, backoff, 0)).toBeUndefined()
  })

  test.each([
    ['7', 7000],
    ['0007', 7000],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30_000],
    ['Tuesday, 24-Nov-26 12:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 11:59:00 GMT', 100],
    ['0', 100],
    ['', 100],
    ['-7', 100],
    ['7.5', 100],
    ['7 seconds', 100],
    ['Tomorrow', 100],
    ['2027', 2_027_000],
  ])('with Retry-After: %s is %i ms', (value, want) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.2)
    expect(delayAfter(asking(value), 1, backoff, Infinity)).toBe(want)
  })

  test.each(['60', '99999999999', '9'.repeat(400), 'Tue, 24 Nov 2026 12:01:00 GMT'])(
    'is none where Retry-After: %s is as much as is left or more',
    (value) => {
      expect(delayAfter(asking(value), 1, backoff, 60_000)).toBeUndefined()
      expect(delayAfter(asking('59'), 1, backoff, 60_000)).toBe(59_000)
    },
  )
})
