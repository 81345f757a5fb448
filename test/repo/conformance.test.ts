import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, type Tree } from '../scripts/temporary-folder.js'

const DRAFT = 'tests/draft2020-12'

/** A file of the suite with one group, whose schema accepts strings. */
function group(
  description: string,
  schema: unknown,
  tests: readonly (readonly [data: unknown, valid: boolean])[],
): string {
  const listed = tests.map(([data, valid]) => ({
    description: `${JSON.stringify(data)} is ${valid}`,
    data,
    valid,
  }))
  return JSON.stringify([{ description, schema, tests: listed }])
}

const string = group('strings', { type: 'string' }, [
  ['a', true],
  [1, false],
])

function run(tree: Tree): { status: number | null; stdout: string; stderr: string } {
  const suite = temporaryFolder({ 'remotes/a/b.json': '{ "type": "integer" }', ...tree })
  const args = ['node_modules/tsx/dist/cli.mjs', 'test/conformance/run.ts', '--suite', suite]
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

describe('the conformance run', () => {
  it('counts what passes, by part', () => {
    const remote = group('remote', { $ref: 'http://localhost:1234/a/b.json' }, [
      [1, true],
      ['a', false],
    ])
    const dates = group('dates', { format: 'date' }, [['2020-02-30', false]])
    const annotated = group('dates', { format: 'date' }, [['2020-02-30', true]])
    const { status, stdout } = run({
      [`${DRAFT}/type.json`]: string,
      [`${DRAFT}/remote.json`]: remote,
      [`${DRAFT}/optional/dates.json`]: annotated,
      [`${DRAFT}/optional/format/dates.json`]: dates,
    })
    expect(stdout).toMatch(/required\W+4\W+4\b/)
    expect(stdout).toMatch(/optional\W+1\W+1\b/)
    expect(stdout).toMatch(/format\W+1\W+1\b/)
    expect(status).toBe(0)
  })

  it('fails by each test that does, with what was found', () => {
    const wrong = group('wrong', { type: 'string' }, [
      ['a', false],
      ['b', true],
      [1, true],
    ])
    const { status, stdout } = run({ [`${DRAFT}/wrong.json`]: wrong, [`${DRAFT}/type.json`]: string })
    expect(stdout).toContain('wrong.json › wrong › "a" is false\n    valid, but must be invalid')
    expect(stdout).toContain('wrong.json › wrong › 1 is true\n    invalid, but must be valid')
    expect(stdout).toMatch(/required\W+3\W+5\b/)
    expect(status).toBe(1)
  })

  it('fails by schemas that cannot be compiled, but for those that are known', () => {
    const refused = { $schema: 'http://json-schema.org/draft-07/schema#' }
    const known = 'refs to historic drafts are processed as historic drafts'
    const expected = { [`${DRAFT}/optional/cross-draft.json`]: group(known, refused, [[1, true]]) }
    expect(run(expected)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`Expected: optional/cross-draft.json › ${known}`),
    })
    const { status, stdout } = run({ [`${DRAFT}/optional/other.json`]: group(known, refused, [[1, true]]) })
    expect(stdout).toContain('not compiled: #/$schema')
    expect(status).toBe(1)
  })

  it('wants a checkout of the suite', () => {
    const folder = temporaryFolder()
    const args = ['node_modules/tsx/dist/cli.mjs', 'test/conformance/run.ts']
    const { status, stderr } = spawnSync(process.execPath, [...args, '--suite', folder], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([
      2,
      `Not a checkout of the JSON Schema Test Suite: there is no folder ${folder}/${DRAFT}\n`,
    ])
    expect(spawnSync(process.execPath, args, { encoding: 'utf8' })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--suite DIR'),
    })
  })
})
