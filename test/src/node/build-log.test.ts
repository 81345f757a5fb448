import { describe, expect, test } from 'vitest'
import { BuildLog } from '../../../src/node/build-log.js'

describe('of what a build has printed so far, the new lines are told', () => {
  test.each<[string, string[][], string[]]>([
    ['from the first on', [[], ['a'], ['a', 'b', 'c']], ['a', 'b', 'c']],
    [
      'once',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'where lines are alike',
      [
        ['a', 'a'],
        ['a', 'a', 'a'],
      ],
      ['a', 'a', 'a'],
    ],
    [
      'where the service leaves out the first ones',
      [
        ['a', 'b', 'c'],
        ['b', 'c', 'd'],
      ],
      ['a', 'b', 'c', 'd'],
    ],
    [
      'where it leaves out all that was there',
      [
        ['a', 'b'],
        ['x', 'y'],
      ],
      ['a', 'b', 'x', 'y'],
    ],
  ])('%s', (_, updates, told) => {
    const lines: string[] = []
    const log = new BuildLog((line) => lines.push(line))
    for (const update of updates) log.update(update)
    expect(lines).toEqual(told)
  })

  test('and the last hundred are kept', () => {
    const log = new BuildLog()
    log.update(Array.from({ length: 150 }, (_, index) => String(index)))
    expect([log.tail.length, log.tail[0], log.tail.at(-1)]).toEqual([100, '50', '149'])
  })
})
