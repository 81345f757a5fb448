import { describe, expect, it } from 'vitest'
import { readFlags } from '../../corpus/flags.js'

describe('readFlags', () => {
  it('fills in what is not given', () => {
    expect(readFlags(['--jobs', '3'], 'results')).toEqual({
      paths: [],
      seed: 1,
      jobs: 3,
      time: 1800,
      memory: 8192,
      compiler: '7',
      once: false,
      examples: false,
      fresh: false,
      stale: false,
      again: [],
      out: 'results',
    })
    expect(readFlags([], '').jobs).toBeGreaterThan(0)
  })

  it('takes what is given', () => {
    const argv = [
      'a',
      '--sample',
      '5',
      '--seed',
      '2',
      '--time',
      '1.5',
      '--typescript',
      '5.9',
      '--once',
      '--examples',
      '--stale',
      '--again',
      'refused',
      '--out',
      'o',
      'b',
    ]
    expect(readFlags(argv, '')).toMatchObject({
      paths: ['a', 'b'],
      sample: 5,
      seed: 2,
      time: 1.5,
      compiler: '5.9',
      once: true,
      examples: true,
      stale: true,
      again: ['refused'],
      out: 'o',
    })
  })

  it.each([
    [['--sample', '0'], '--sample must be a whole number from 1, but is "0".'],
    [['--time', '0'], '--time must be a number above 0, but is "0".'],
    [['--typescript', '4'], '--typescript must be one of 5.5, 5.9, 6, 7, but is "4".'],
    [['--again', 'refuse'], '--again must be one of generated, refused,'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %o and tells the usage', (argv, message) => {
    expect(() => readFlags(argv, '')).toThrow(message)
    expect(() => readFlags(argv, '')).toThrow('npm run corpus -- [--sample N]')
  })
})
