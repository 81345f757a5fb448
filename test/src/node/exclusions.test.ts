import { describe, expect, test } from 'vitest'
import { IGNORE_FILE, readExclusions } from '../../../src/node/exclusions.js'
import { plant } from './tree.js'

describe('a .dockerignore', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['has a pattern on each line', 'a\r\nb\rc\nd', ['a', 'b', 'c', 'd'], ['ab', 'e']],
    ['has comments', '# a\n  # b\nc#', ['c#'], ['# a', '# b', '  # b', 'a']],
    ['may have blanks around a pattern', '  a b \t\n', ['a b'], ['a', 'b', '  a b']],
    ['may have a slash after a pattern', 'a/\nb//\n', ['a', 'x/b/y'], ['c']],
    ['may have a directory before a pattern', './a\n././b', ['a', 'x/a', './b'], ['b']],
    ['may have nothing', '\n  \n/\n./\n//\n', [], ['', 'a', '/', '.']],
    ['may begin with a byte order mark', '\uFEFFa', ['a'], ['b']],
    ['excludes by a part of a path', 'a\n*.log', ['a', 'x/a', 'a/x', 'x/a/y', 'x.log/y'], ['ab/c', 'x/ab']],
    [
      'excludes by a whole path',
      'x/a\ny/*.md',
      ['x/a', 'y/b.md', 'y/z/b.md'],
      ['x', 'x/a/b', 'z/x/a', 'y/b'],
    ],
    ['has no exceptions', '*.tmp\n!keep.tmp', ['keep.tmp', '!keep.tmp'], ['keep']],
  ])('%s', async (_, text, excluded, kept) => {
    await using planted = await plant({ [IGNORE_FILE]: text })
    const { source, match } = await readExclusions(planted.path, ['extra'])
    expect(source).toBe(IGNORE_FILE)
    const all = [...excluded, ...kept, 'extra', '.git']
    expect(all.filter((path) => match(path) !== undefined)).toEqual(excluded)
  })
})

test('without one the default exclusions and the extra ones count, and the pattern is told', async () => {
  await using planted = await plant({})
  const { source, match } = await readExclusions(planted.path, ['./extra/', '', '#x'])
  expect(source).toBe('the default exclusions')
  expect(['extra', 'a/extra', '.git', 'x.pyc', 'a/node_modules/b', '#x', 'other', ''].map(match)).toEqual([
    'extra',
    'extra',
    '.git',
    '*.pyc',
    'node_modules',
    '#x',
    undefined,
    undefined,
  ])
})
