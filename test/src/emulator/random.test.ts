import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/emulator/random.js'

function take(seed: string, count: number): number[] {
  return Array.from({ length: count }, createRandom(seed))
}

describe('createRandom', () => {
  it('makes numbers from 0 to 1, evenly', () => {
    const numbers = take('a', 2000)
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    const below = (limit: number) => numbers.filter((number) => number < limit).length / numbers.length
    for (const limit of [0.1, 0.5, 0.9]) expect(below(limit)).toBeCloseTo(limit, 1)
  })

  it('makes the same from the same seed, and others from another', () => {
    expect(take('a', 5)).toEqual(take('a', 5))
    expect(take('a', 5)).not.toEqual(take('b', 5))
    expect(new Set(take('a', 5)).size).toBe(5)
  })
})
