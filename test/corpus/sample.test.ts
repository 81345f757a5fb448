import { describe, expect, it } from 'vitest'
import { sample } from '../../corpus/sample.js'

const hundred = Array.from({ length: 100 }, (_, index) => index)

describe('sample', () => {
  it('draws as many as are asked for, each once and in order', () => {
    const drawn = sample(hundred, 10, 1)
    expect(drawn).toHaveLength(10)
    expect(drawn).toEqual([...new Set(drawn)].toSorted((a, b) => a - b))
  })

  it('draws the same for the same seed, and something else for another', () => {
    expect(sample(hundred, 10, 1)).toEqual(sample(hundred, 10, 1))
    expect(sample(hundred, 10, 2)).not.toEqual(sample(hundred, 10, 1))
  })

  it('gives each item the same chance', () => {
    const counts = hundred.map(() => 0)
    for (let seed = 1; seed <= 1000; seed += 1)
      for (const item of sample(hundred, 10, seed)) counts[item]! += 1
    // Each count has mean 100 and standard deviation 9.5.
    expect(Math.min(...counts)).toBeGreaterThan(60)
    expect(Math.max(...counts)).toBeLessThan(140)
  })

  it('draws all where there are no more', () => {
    expect(sample([3, 1, 2], 10, 7)).toEqual([3, 1, 2])
  })
})
