import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addResult, readResults, startResults } from '../../corpus/results-file.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'
import { resultOf } from './results.js'

describe('the file of results', () => {
  it('is read as it was written', () => {
    const file = join(temporaryFolder(), 'deep/results.jsonl')
    startResults(file, [resultOf('a'), resultOf('b')])
    addResult(file, resultOf('c'))
    expect([...readResults(file)]).toEqual(['a', 'b', 'c'].map((name) => [name, resultOf(name)]))
  })

  it('loses no more than the line that was not finished', () => {
    const file = join(temporaryFolder(), 'results.jsonl')
    startResults(file, [resultOf('a')])
    appendFileSync(file, '{"document":"b')
    expect([...readResults(file).keys()]).toEqual(['a'])
  })

  it('holds nothing before the first run', () => {
    expect(readResults(join(temporaryFolder(), 'results.jsonl')).size).toBe(0)
  })
})
