import { expect, it } from 'vitest'
import { runChild } from './child.js'

const held = /TCP|Timeout|Immediate/

it('leaves no socket and no timer behind, so that the process ends by itself', async () => {
  const child = runChild('test/src/emulator/short-life.ts')
  const before = await child.nextLine()
  expect(before).toMatch(/^200 .*TCPServerWrap.*Timeout/)
  expect(await child.nextLine()).toBe('rejected rejected rejected')
  expect(await child.nextLine()).not.toMatch(held)
  expect(await child.ended).toBe(0)
  expect(child.errors()).toBe('')
})
