import { type ChildProcessWithoutNullStreams, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { compiledCli } from './compiled-cli.js'
import { brokenPets, pets } from './pets.js'
import { readTree, temporaryFolder, type Tree, writeTree } from './temporary-folder.js'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-cli-')))
const cli = compiledCli(folder)
// One test runs it as another user.
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Result {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `strata` in the folder `cwd`. */
function start(
  cwd: string,
  args: readonly string[],
  options: SpawnOptions = {},
): ChildProcessWithoutNullStreams {
  const env = {
    ...process.env,
    FORCE_COLOR: undefined,
    NO_COLOR: undefined,
    DEBUG: undefined,
    ...options.env,
  }
  const child = spawn(process.execPath, [cli, ...args], {
    ...options,
    cwd,
    env,
    stdio: 'pipe',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function resultOf(child: ChildProcessWithoutNullStreams): Promise<Result> {
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { exitCode: typeof exitCode === 'number' ? exitCode : null, stdout, stderr }
}

/** Runs `strata` in the folder `cwd` until it ends. */
async function strata(cwd: string, args: readonly string[], options: SpawnOptions = {}): Promise<Result> {
  return resultOf(start(cwd, args, options))
}

const config = JSON.stringify({ spec: 'api.yaml', formatter: 'none' })

/** A folder with a document and a configuration. */
function project(files: Tree = {}): string {
  return temporaryFolder({ 'api.yaml': pets, 'strata.config.json': config, ...files })
}

describe('exit codes', () => {
  test.each<[exitCode: number, args: string[], files: Tree, want: { stdout?: string; stderr?: string }]>([
    [0, ['--help'], {}, { stdout: 'Usage: strata' }],
    [0, ['--version'], {}, { stdout: '0.1.0\n' }],
    [0, ['check', '--help'], {}, { stdout: '--formatter <name>' }],
    [
      0,
      ['generate', '--spec', 'other.yaml', '--out', 'gen', '--layers', 'types'],
      { 'other.yaml': pets },
      { stdout: 'created   gen/index.ts' },
    ],
    [1, ['check'], {}, { stdout: 'missing  generated/index.ts' }],
    [2, [], {}, { stderr: 'Usage: strata' }],
    [2, ['diff', 'a', 'b'], {}, { stderr: "unknown command 'diff'" }],
    [2, ['generate', '--bogus'], {}, { stderr: "unknown option '--bogus'" }],
    [2, ['generate', 'api.yaml'], {}, { stderr: 'too many arguments' }],
    [2, ['generate', '--spec'], {}, { stderr: "option '--spec <file>' argument missing" }],
    [
      2,
      ['generate', '--watch', '--json'],
      {},
      { stdout: "option '--watch' cannot be used with option '--json'" },
    ],
    [2, ['check', '--watch'], {}, { stderr: "unknown option '--watch'" }],
    [2, ['generate', '--layers', 'types,mocks', '--formatter', 'x'], {}, { stderr: "is 'mocks'" }],
    [
      2,
      ['generate', '--enums', 'enum', '--unknown-enum-values', 'warn'],
      {},
      { stderr: "--unknown-enum-values must be one of refuse, tolerate, but is 'warn'" },
    ],
    [2, ['generate'], { 'strata.config.json': '{}' }, { stderr: 'no OpenAPI document is named' }],
    [
      2,
      ['generate'],
      { 'strata.config.json': '{ "layer": [] }' },
      { stderr: 'strata.config.json  #/layer\n  error: there is no option `layer`' },
    ],
    [2, ['generate', '--spec', 'none.yaml'], {}, { stderr: 'none.yaml' }],
    [2, ['check'], { 'api.yaml': brokenPets }, { stderr: 'api.yaml:24:' }],
    [2, ['generate', '--formatter', 'oxfmt'], {}, { stderr: 'npm install --save-dev oxfmt' }],
    [
      2,
      ['generate'],
      { 'generated/index.ts': 'mine' },
      { stderr: 'generated/index.ts\n  error: it stands where' },
    ],
    [2, ['generate', '--out', 'api.yaml'], {}, { stderr: 'the output folder is a file' }],
    [2, ['generate', '--out', '.'], {}, { stderr: 'the output folder holds the working directory' }],
  ])('%i for strata %j', async (exitCode, args, files, want) => {
    const cwd = project(files)
    const before = readTree(cwd)
    const result = await strata(cwd, args)
    expect(result).toEqual({
      exitCode,
      stdout: want.stdout === undefined ? expect.anything() : expect.stringContaining(want.stdout),
      stderr: want.stderr === undefined ? '' : expect.stringContaining(want.stderr),
    })
    expect(result.stderr).not.toMatch(/^ +at /m)
    if (exitCode !== 0) expect(readTree(cwd)).toEqual(before)
  })

  test('all bad flags and options are reported at once', async () => {
    const cwd = project({ 'strata.config.json': '{ "refs": 1, "bogus": 2 }' })
    const { exitCode, stderr } = await strata(cwd, ['check', '--layers', 'x,y', '--formatter', 'z'])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('5 errors')
  })
})

test('an output folder that cannot be written is an error, and no crash', async () => {
  const cwd = project()
  chmodSync(cwd, 0o555)
  onTestFinished(() => chmodSync(cwd, 0o755))
  // Nothing is forbidden to root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { exitCode, stderr } = await strata(cwd, ['generate'], nobody)
  expect(stderr).toContain('error: permission denied')
  expect(exitCode).toBe(2)
})

describe('a bug', () => {
  /** A formatter that says that the generated files do not parse. */
  const broken = {
    'strata.config.json': JSON.stringify({ spec: 'api.yaml', formatter: 'oxfmt' }),
    'node_modules/oxfmt/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/oxfmt/index.js':
      'export const format = async (file, text) => ({ code: text, errors: text && [{ message: "odd" }] })',
  }

  test('is one line and an exit code of its own', async () => {
    const { exitCode, stderr } = await strata(project(broken), ['generate', '--quiet'])
    expect(exitCode).toBe(70)
    expect(stderr).toMatch(
      /^strata failed unexpectedly: the generated file .*\bindex\.ts does not parse: odd\. .*report it.*\n$/,
    )
  })

  test('is JSON too, and shows its stack on demand', async () => {
    const env = { DEBUG: 'strata' }
    const { exitCode, stdout, stderr } = await strata(project(broken), ['check', '--json'], { env })
    expect(exitCode).toBe(70)
    expect(stderr).toMatch(/^ +at \w+ \(.*\bcli\.js:\d+:\d+\)/m)
    expect(JSON.parse(stdout)).toEqual({ ok: false, error: expect.stringContaining('does not parse') })
  })
})

describe('--json', () => {
  test('generate', async () => {
    const cwd = project()
    const { exitCode, stdout, stderr } = await strata(cwd, ['generate', '--json', '--layers', 'validators'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(report).toEqual({
      ok: true,
      out: 'generated',
      files: expect.arrayContaining([{ path: 'index.ts', status: 'created' }]),
      layers: expect.arrayContaining([{ name: 'validators', neededBy: [] }]),
      diagnostics: [],
      timings: { ...report.timings, load: expect.any(Number), write: expect.any(Number) },
    })
    expect(Object.keys(readTree(join(cwd, 'generated')))).toEqual(
      report.files.map((file: { path: string }) => file.path),
    )
  })

  test('check', async () => {
    const { exitCode, stdout } = await strata(project(), ['check', '--json', '--layers', 'types'])
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      upToDate: false,
      drift: expect.arrayContaining([{ path: 'index.ts', kind: 'missing' }]),
    })
  })

  test('bad input', async () => {
    const { exitCode, stdout, stderr } = await strata(project({ 'api.yaml': brokenPets }), [
      'check',
      '--json',
    ])
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      diagnostics: [
        { severity: 'error', file: 'api.yaml', line: 16 },
        { severity: 'error', file: 'api.yaml', line: 24 },
      ],
    })
  })

  test.each([
    [['--json'], "unknown option '--json'"],
    [['check', '--json', '--bogus'], "unknown option '--bogus'"],
    [['diff', '--json'], "unknown command 'diff'"],
  ])('strata %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await strata(project(), args)
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      ok: false,
      diagnostics: [{ severity: 'error', pointer: '', message }],
    })
  })
})

test('generate, check, edit, check, generate', async () => {
  const cwd = project()
  expect(await strata(cwd, ['generate', '--quiet'])).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  const tree = readTree(cwd)
  expect(await strata(cwd, ['generate'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^load +\d+ ms\n(?:\w+ +[\d.]+ m?s\n){5}generated\/ is up to date: \d+ files \(.*\)\n$/,
    ),
    stderr: '',
  })
  expect(await strata(cwd, ['check'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^generated\/ is up to date \(/m),
  })
  const index = tree['generated/index.ts']!
  writeTree(cwd, { 'generated/index.ts': `${index}export const mine = 1\n` })
  expect(await strata(cwd, ['check'])).toMatchObject({
    exitCode: 1,
    stdout: expect.stringMatching(/^stale +generated\/index\.ts\n(?: .*\n)+ {2}-export const mine = 1\n/m),
  })
  expect(await strata(cwd, ['generate'])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(
      /^changed +generated\/index\.ts\ngenerated\/ updated: 1 changed, \d+ unchanged/m,
    ),
  })
  expect(readTree(cwd)).toEqual(tree)
})

test('a reader that leaves early does no harm', async () => {
  const cwd = project()
  const child = start(cwd, ['generate'])
  child.stdout.destroy()
  const [stderr, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(Object.keys(readTree(cwd))).toContain('generated/index.ts')
})

test('--watch generates at each change, survives bad input, and ends with 0 at Ctrl+C', async () => {
  const cwd = project()
  const child = start(cwd, ['generate', '--watch'])
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const watching = async (times: number): Promise<unknown> =>
    vi.waitUntil(() => stdout.split('watching ').length > times, { timeout: 30_000 })
  await watching(1)
  writeTree(cwd, { 'api.yaml': brokenPets })
  await watching(2)
  expect(stderr).toContain('2 errors')
  writeTree(cwd, { 'api.yaml': pets.replaceAll(/\bPet\b/g, 'Dog') })
  await watching(3)
  expect(stdout).toContain('created   generated/validators/schemas/dog.ts')
  writeTree(cwd, { 'strata.config.json': config.replace('}', ', "layers": ["types"] }') })
  await watching(4)
  expect(stdout).toContain('removed   generated/client/index.ts')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})
