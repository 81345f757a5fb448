import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { each } from '../../scripts/src/each.js'

test('results come in the order of the items, and at most 16 are under way', async () => {
  let running = 0
  let most = 0
  const items = Array.from({ length: 100 }, (_, index) => index)
  const results = await each(items, async (item) => {
    running += 1
    most = Math.max(most, running)
    await setTimeout(item % 7)
    running -= 1
    return item * 2
  })
  expect(results).toEqual(items.map((item) => item * 2))
  expect(most).toBe(16)
})

test('after a failure nothing is begun, and what is under way ends first', async () => {
  const begun: number[] = []
  let ended = 0
  const items = Array.from({ length: 100 }, (_, index) => index)
  const work = each(items, async (item) => {
    begun.push(item)
    if (item === 3) throw new Error('third')
    await setTimeout(20)
    ended += 1
  })
  await expect(work).rejects.toThrow('third')
  expect({ begun: begun.length, ended }).toEqual({ begun: 16, ended: 15 })
})

test('nothing to do', async () => {
  expect(await each([], async () => 1)).toEqual([])
})

test('as many are under way as it is told', async () => {
  let running = 0
  let most = 0
  const work = async (): Promise<void> => {
    running += 1
    most = Math.max(most, running)
    await setTimeout(1)
    running -= 1
  }
  await each([1, 2, 3, 4, 5, 6], work, 2)
  expect(most).toBe(2)
})
