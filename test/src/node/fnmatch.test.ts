import { describe, expect, test } from 'vitest'
import { fnmatch } from '../../../src/node/fnmatch.js'

/** Patterns with what they match and what they do not, as Python's `fnmatch.fnmatchcase` has it. */
const CASES: readonly [pattern: string, matching: readonly string[], others: readonly string[]][] = [
  ['', [''], ['a']],
  ['a', ['a'], ['A', 'ab']],
  ['*', ['', 'a/b', 'a\nb'], []],
  ['?', ['a', '\n', '😀'], ['', 'ab']],
  ['*.py', ['.py', 'x/y.py'], ['x.pyc', 'xpy']],
  ['a*b*c', ['abc', 'aXbYc', 'a/b/c'], ['acb']],
  ['***a***', ['a', 'bab'], ['b']],
  ['**/b', ['a/b', 'a/a/b'], ['b']],
  ['.env.*', ['.env.local', '.env.'], ['.env']],
  ['a?b', ['a.b', 'a/b'], ['ab']],
  ['[abc]', ['a', 'c'], ['d', 'abc']],
  ['[a-c]x', ['bx'], ['dx']],
  ['[!a-c]', ['d', 'A'], ['a', '']],
  ['[!a]', ['b', '!'], ['a']],
  ['[^a]', ['^', 'a'], ['b']],
  ['[]]', [']'], ['[', '']],
  ['[!]]', ['[', 'a'], [']']],
  ['[]-a]', [']', 'a', '^'], ['b', '-']],
  ['[a-]', ['a', '-'], ['b']],
  ['[-a]', ['a', '-'], ['b']],
  ['[--0]', ['-', '.', '0'], ['1']],
  ['[z-a]', [], ['z', 'a', '-', 'm']],
  ['[!z-a]', ['z', '-', 'm'], ['']],
  ['[xz-ay]', ['x', 'y'], ['z', 'a']],
  ['[c-ab-d]', ['b', 'c', 'd'], ['a']],
  ['[a-c-e]', ['a', 'b', 'c', '-', 'e'], ['d']],
  ['[', ['['], ['']],
  ['[a', ['[a'], ['a']],
  ['[!', ['[!'], ['a']],
  ['[!]', ['[!]'], ['a']],
  ['[]', ['[]'], [']']],
  ['[]a', ['[]a'], ['a']],
  ['[[]', ['['], ['a']],
  ['[\\]', ['\\'], ['a']],
  ['\\*', ['\\', '\\ab'], ['*']],
  ['[*]', ['*'], ['a']],
  ['(a|b)', ['(a|b)'], ['a']],
  ['a+', ['a+'], ['aa']],
  ['$', ['$'], ['']],
  ['^', ['^'], ['']],
  ['{a}', ['{a}'], ['a']],
  ['a.b', ['a.b'], ['axb']],
  ['[a&&b]', ['a', '&'], ['c']],
  ['[😀-😂]', ['😀', '😁'], ['😃', 'x']],
  ['[!😀]', ['😁'], ['😀']],
  ['é', ['é'], ['e\u0301']],
  ['[\\w]', ['\\', 'w'], ['a']],
]

describe('a pattern matches', () => {
  test.each(CASES)('%j', (pattern, matching, others) => {
    const regex = fnmatch(pattern)
    expect([...matching, ...others].filter((text) => regex.test(text))).toEqual(matching)
  })

  test('in time, however many stars in a row it has', () => {
    expect(fnmatch(`${'*'.repeat(5000)}b`).test('a'.repeat(5000))).toBe(false)
  })
})
