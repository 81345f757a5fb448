import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { addResult, readResults } from '../../corpus/results-file.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

/** It describes no values, and so has no validators. */
const bare = {
  openapi: '3.1.0',
  info: { title: 'Good', version: '1' },
  paths: { '/a': { get: { responses: { 204: { description: 'nothing' } } } } },
}

function documentWith(schema: string): object {
  return {
    ...bare,
    components: {
      schemas: {
        [schema]: { properties: { name: { type: 'string', examples: ['a'] } } },
        // What this refers to has a validator, but none for users.
        Name: { $ref: `#/components/schemas/${schema}/properties/name` },
      },
    },
  }
}
// The names differ, so that the output of one cannot be taken for that of the other.
const good = documentWith('Sun')
const long = documentWith('Superlunary')
const bad = { ...long, paths: { a: {} }, 'x-long': 'It is the longest of them, and so the last.'.repeat(9) }

async function corpus(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'corpus/run.ts', ...args])
}

function setUp(): { out: string; args: readonly string[] } {
  const folder = temporaryFolder({
    'in/bare.json': JSON.stringify(bare),
    'in/good.json': JSON.stringify(good),
    'in/a-long-one.json': JSON.stringify(long),
    'in/bad.json': JSON.stringify(bad),
  })
  return { out: join(folder, 'out'), args: ['--out', join(folder, 'out'), join(folder, 'in')] }
}

describe('npm run corpus', () => {
  it('tells what came of each document, keeps it, and does not do it again', async () => {
    const { out, args } = setUp()
    const first = await corpus(...args, '--jobs', '1', '--examples')
    expect(first.stderr).toBe(
      '1/4 bare: generated\n2/4 good: generated\n3/4 a-long-one: generated\n4/4 bad: refused\n',
    )
    const file = join(out, 'results.jsonl')
    const results = readResults(file)
    expect(results.get('good')).toMatchObject({
      outcomes: ['generated'],
      openapi: '3.1.0',
      generator: expect.stringMatching(/^[\da-f]{16}$/),
      cost: { files: expect.any(Number) },
      examples: { valid: 1, invalid: 0, disagreements: [] },
    })
    expect(results.get('bare')?.examples).toEqual({ valid: 0, invalid: 0, disagreements: [] })
    expect(results.get('a-long-one')?.examples).toEqual(results.get('good')?.examples)
    expect(results.get('bad')).toMatchObject({ outcomes: ['refused'], errors: [{ place: '#/paths/a' }] })
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('| generated | 3 | 75.0 % | a-long-one |')
    expect(readFileSync(join(out, 'growth.svg'), 'utf8')).toContain('<title>good</title>')
    const again = await corpus(...args, '--again', 'refused')
    expect(again.stderr).toBe('1/1 bad: refused\n')
    expect(again.stdout).toBe(first.stdout)
    addResult(file, { ...results.get('bad')!, generator: 'another' })
    const stale = await corpus(...args, '--stale')
    expect(stale.stderr).toBe('1/1 bad: refused\n')
    expect(stale.stdout).toBe(first.stdout)
  })

  it('calls what takes too long so', async () => {
    const { out, args } = setUp()
    await corpus(...args, '--time', '0.05')
    const results = [...readResults(join(out, 'results.jsonl')).values()]
    expect(results.map(({ outcomes, errors }) => [outcomes, errors[0]?.text])).toEqual([
      [['timeout'], 'no end of generating'],
      [['timeout'], 'no end of generating'],
      [['timeout'], 'no end of generating'],
      [['timeout'], 'no end of generating'],
    ])
  })
})
