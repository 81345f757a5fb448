import { expect, test } from 'vitest'
import { createMany, nameOf } from './create-many.js'

const COUNT = 1000

test(`${COUNT} creates at concurrency 200, a fifth of the requests struck by faults: each agent is there once`, async () => {
  const { succeeded, failures, deployments, struck, requests, memory } = await createMany({
    count: COUNT,
    concurrency: 200,
    faults: 0.2,
    seed: 'creates',
    attemptTimeout: 2500,
  })
  expect(failures).toEqual([])
  expect(succeeded).toBe(COUNT)
  const once = Array.from({ length: COUNT }, (_, index) => [nameOf(index), 1] as const)
  expect(deployments).toEqual(Object.fromEntries(once))
  const share = Object.values(struck).reduce((sum, count) => sum + count, 0) / requests
  expect(share).toBeGreaterThan(0.15)
  const kinds = [
    'refuse',
    'reset',
    'hang',
    'slow',
    'truncate',
    'stall',
    'invalid-json',
    'content-type',
    'status',
  ]
  expect(Object.keys(struck).toSorted()).toEqual(kinds.toSorted())
  const [first, , last] = memory
  expect(last!.heap - first!.heap).toBeLessThan(8 * 2 ** 20)
})
