import { expect, it } from 'vitest'
import { phasesOf } from '../../corpus/phases.js'

it('takes documents by their size, and enormous ones one at a time', () => {
  const items = [20e6, 3, 15e6, 17e6, 1].map((size) => ({ size }))
  expect(phasesOf(items, 4)).toEqual([
    { items: [1, 3, 15e6].map((size) => ({ size })), jobs: 4 },
    { items: [17e6, 20e6].map((size) => ({ size })), jobs: 1 },
  ])
})
