import { expect, test } from 'vitest'
import { unifiedDiff } from '../../../scripts/src/write/unified-diff.js'

const lines = (count: number, text: string): string =>
  Array.from({ length: count }, (_, index) => `${text} ${index}\n`).join('')

test('a change with three lines around it', () => {
  const before = lines(20, 'line')
  expect(unifiedDiff(before, before.replace('line 10\n', 'changed\n')).split('\n')).toEqual([
    '@@ -8,7 +8,7 @@',
    ' line 7',
    ' line 8',
    ' line 9',
    '-line 10',
    '+changed',
    ' line 11',
    ' line 12',
    ' line 13',
  ])
})

test('a line end is a difference', () => {
  expect(unifiedDiff('a\r\n', 'a\n')).toBe('@@ -1,1 +1,1 @@\n-a\r\n+a')
})

test('a long diff is cut', () => {
  const diff = unifiedDiff(lines(100, 'old'), lines(100, 'new')).split('\n')
  expect(diff).toHaveLength(61)
  expect(diff.at(-1)).toBe('… 141 more lines')
})

test('a long line is cut', () => {
  expect(unifiedDiff('a\n', `${'x'.repeat(5000)}\n`)).toBe(`@@ -1,1 +1,1 @@\n-a\n+${'x'.repeat(199)}…`)
})

test('files that have nothing in common take no time', () => {
  const start = performance.now()
  expect(unifiedDiff(lines(30_000, 'old'), lines(30_000, 'new'))).toBe('@@ more than 2000 lines differ @@')
  expect(performance.now() - start).toBeLessThan(5000)
})
