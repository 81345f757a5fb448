import { describe, expect, test } from 'vitest'
import { GeneratorError } from '../../../scripts/src/diagnostics.js'
import { checkPaths, fold, foldersOf } from '../../../scripts/src/write/output-path.js'

describe('paths that stay in the output folder', () => {
  test.each([
    'index.ts',
    'types/schemas/create-agent.ts',
    'types/a..b.ts',
    'types/$ref.ts',
    'types/größe.ts',
    'types/console.ts',
  ])('%s', (path) => {
    expect(() => checkPaths([path])).not.toThrow()
  })
})

describe('paths that are refused', () => {
  test.each([
    ['', 'no name'],
    ['/etc/passwd', 'absolute'],
    ['../up.ts', 'leaves the folder'],
    ['types/../../up.ts', 'leaves the folder in the middle'],
    ['types/./a.ts', 'a segment that means nothing'],
    ['types//a.ts', 'an empty segment'],
    ['types/', 'a folder'],
    ['types\\..\\..\\up.ts', 'leaves the folder on Windows'],
    ['C:/a.ts', 'a drive'],
    ['types/a.ts:stream', 'a stream of NTFS'],
    ['types/nul.ts', 'a device of Windows'],
    ['COM1/a.ts', 'a device of Windows as a folder'],
    ['types/.strata-0123456789ab', 'a temporary file'],
    ['types/.hidden.ts', 'hidden'],
    ['types/a.ts.', 'Windows takes the full stop off'],
    ['types/a.ts ', 'Windows takes the blank off'],
    ['types/a\u0000.ts', 'a control'],
    ['types/a\nb.ts', 'a line break'],
    ['types/a*.ts', 'a wildcard'],
    [`types/${'ä'.repeat(127)}.ts`, 'longer than a file system takes'],
  ])('%j: %s', (path) => {
    expect(() => checkPaths(['index.ts', path])).toThrow(JSON.stringify(path))
  })
})

test('every refused path is reported at once', () => {
  const refused = diagnosticsOf(() => checkPaths(['../a.ts', 'ok.ts', '/b.ts', 'x/Agent.ts', 'x/agent.ts']))
  expect(refused.map(({ message }) => message)).toEqual([
    'no file of the output folder can be named "../a.ts"',
    'no file of the output folder can be named "/b.ts"',
    'x/Agent.ts and x/agent.ts are the same file on macOS and Windows',
  ])
})

test.each([
  ['types/Agent.ts', 'types/agent.ts'],
  ['types/agent.ts', 'Types/agent.ts'],
  ['types/\u00E9.ts', 'types/e\u0301.ts'],
])('%s and %s are one file somewhere', (one, other) => {
  expect(fold(one)).toBe(fold(other))
  expect(() => checkPaths([one, other])).toThrow('the same file on macOS and Windows')
})

test('the folders above a path', () => {
  expect(foldersOf('a/b/c.ts')).toEqual(['a', 'a/b'])
  expect(foldersOf('c.ts')).toEqual([])
})

function diagnosticsOf(work: () => void): GeneratorError['diagnostics'] {
  try {
    work()
  } catch (error) {
    if (error instanceof GeneratorError) return error.diagnostics
    throw error
  }
  return []
}
