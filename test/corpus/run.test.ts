import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readResults } from '../../corpus/results-file.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

const good = {
  openapi: '3.1.0',
  info: { title: 'Good', version: '1' },
  paths: { '/a': { get: { responses: { 204: { description: 'nothing' } } } } },
}
const bad = { ...good, paths: { a: {} } }

async function corpus(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'corpus/run.ts', ...args])
}

function setUp(): { out: string; args: readonly string[] } {
  const folder = temporaryFolder({
    'in/good.json': JSON.stringify(good),
    'in/bad.json': JSON.stringify(bad),
  })
  return { out: join(folder, 'out'), args: ['--out', join(folder, 'out'), join(folder, 'in')] }
}

describe('npm run corpus', () => {
  it('tells what came of each document, keeps it, and does not do it again', async () => {
    const { out, args } = setUp()
    const first = await corpus(...args)
    expect(first.stderr.split('\n').toSorted()).toEqual(['', '1/2 bad: refused', '2/2 good: generated'])
    const results = readResults(join(out, 'results.jsonl'))
    expect(results.get('good')).toMatchObject({
      outcomes: ['generated'],
      openapi: '3.1.0',
      cost: { files: expect.any(Number) },
    })
    expect(results.get('bad')).toMatchObject({ outcomes: ['refused'], errors: [{ place: '#/paths/a' }] })
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('| generated | 1 | 50.0 % | good |')
    expect(readFileSync(join(out, 'growth.svg'), 'utf8')).toContain('<title>good</title>')
    const again = await corpus(...args, '--again', 'refused')
    expect(again.stderr).toBe('1/1 bad: refused\n')
    expect(again.stdout).toBe(first.stdout)
  })

  it('calls what takes too long so', async () => {
    const { out, args } = setUp()
    await corpus(...args, '--time', '0.05')
    const results = [...readResults(join(out, 'results.jsonl')).values()]
    expect(results.map(({ outcomes, errors }) => [outcomes, errors[0]?.text])).toEqual([
      [['timeout'], 'no end of generating'],
      [['timeout'], 'no end of generating'],
    ])
  })
})
