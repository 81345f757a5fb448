import { expect, test } from 'vitest'
import { runChild } from '../emulator/child.js'

test('after calls that failed in every way a process has no socket and no timer left, and ends by itself', async () => {
  const { nextLine, ended, errors } = runChild('test/src/faults/leftovers.ts')
  expect(JSON.parse(await nextLine())).toEqual({ cases: expect.any(Number), held: [] })
  const start = performance.now()
  // A rejection that nobody handles would end it with another code.
  expect(await ended).toBe(0)
  expect(performance.now() - start).toBeLessThan(3000)
  expect(errors()).toBe('')
})
