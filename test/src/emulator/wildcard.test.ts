import { describe, expect, it } from 'vitest'
import { matches } from '../../../src/emulator/wildcard.js'

describe('matches', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a', 'ba', false],
    ['*', '', true],
    ['*:bad', 'x/y:bad', true],
    ['*:bad', 'x/y:bad2', false],
    ['a*c', 'a\nc', true],
    ['a*b*c', 'a12b34c', true],
    ['a.c', 'abc', false],
    ['(a+)[b]{1}$^|\\?', '(a+)[b]{1}$^|\\?', true],
  ])('%j, %j: %s', (pattern, text, isMatch) => {
    expect(matches(pattern, text)).toBe(isMatch)
  })
})
