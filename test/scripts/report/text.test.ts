import { PassThrough } from 'node:stream'
import { WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CheckResult } from '../../../scripts/src/check.js'
import type { Diagnostic } from '../../../scripts/src/diagnostics.js'
import type { GenerateResult } from '../../../scripts/src/generate.js'
import { type Reporter, textReporter } from '../../../scripts/src/report/index.js'

const generated: GenerateResult = {
  files: [
    { path: 'index.ts', content: 'x', status: 'created' },
    { path: 'types/a.ts', content: 'x', status: 'unchanged' },
    { path: 'types/b.ts', content: '', status: 'removed' },
    { path: 'types/c.ts', content: 'x', status: 'changed' },
  ],
  out: 'generated',
  layers: [{ name: 'types', neededBy: [] }],
  inputs: ['/a.yaml'],
  diagnostics: [],
  timings: { load: 12.4, write: 20 },
}

const checked: CheckResult = {
  upToDate: false,
  drift: [
    { path: 'a.ts', kind: 'stale', diff: '@@ -1,2 +1,2 @@\n x\n-old\r\n+new' },
    { path: 'b.ts', kind: 'missing' },
    { path: 'c.ts', kind: 'obsolete' },
    { path: 'd.md', kind: 'foreign' },
  ],
  out: 'generated',
  diagnostics: [],
  timings: { load: 1500 },
}

const clearLine = '\r\u001B[2K'

beforeEach(() => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS']) vi.stubEnv(name, undefined)
  vi.stubEnv('TERM', 'xterm-256color')
})
afterEach(() => vi.unstubAllEnvs())

/** What a reporter writes to its two streams while `use` uses it. */
function written(use: (reporter: Reporter) => void, { isTTY = false, quiet = false, debug = false } = {}) {
  const stdout = streamLike(isTTY)
  const stderr = streamLike(isTTY)
  use(textReporter({ stdout, stderr }, { quiet, debug }))
  return { out: String(stdout.read() ?? ''), problems: String(stderr.read() ?? '') }
}

/** A stream that judges colours as a terminal does. */
function streamLike(isTTY: boolean): PassThrough & { isTTY: boolean } {
  const { getColorDepth } = WriteStream.prototype
  return Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, getColorDepth })
}

const lines = (text: string): string[] => text.split('\n')

describe('generate', () => {
  test('lists what it touched, and counts', () => {
    expect(lines(written(({ generated: tell }) => tell(generated)).out)).toEqual([
      'created   generated/index.ts',
      'removed   generated/types/b.ts',
      'changed   generated/types/c.ts',
      'generated/ updated: 1 created, 1 changed, 1 removed, 1 unchanged (32 ms)',
      '',
    ])
  })

  test('says that all was up to date', () => {
    const files = generated.files.slice(1, 2)
    expect(written(({ generated: tell }) => tell({ ...generated, files })).out).toBe(
      'generated/ is up to date: 1 file (32 ms)\n',
    )
  })

  test('says which layers come with others', () => {
    const layers: GenerateResult['layers'] = [
      { name: 'types', neededBy: ['validators', 'server'] },
      { name: 'validators', neededBy: ['server'] },
      { name: 'server', neededBy: [] },
    ]
    const { out } = written(({ generated: tell }) => tell({ ...generated, layers }))
    expect(lines(out).slice(0, 3)).toEqual([
      'layer types comes along: validators and server need it',
      'layer validators comes along: server needs it',
      'created   generated/index.ts',
    ])
  })

  test('does not list more than 20 files', () => {
    const files = Array.from({ length: 23 }, (_, index) => ({
      path: `${index}.ts`,
      content: '',
      status: 'created' as const,
    }))
    const shown = lines(written(({ generated: tell }) => tell({ ...generated, files })).out)
    expect(shown.slice(19, 22)).toEqual([
      'created   generated/19.ts',
      '… and 3 more files',
      'generated/ updated: 23 created (32 ms)',
    ])
  })
})

describe('check', () => {
  test('lists each file with its diff, counts, and says what to do', () => {
    expect(lines(written(({ checked: tell }) => tell(checked)).out)).toEqual([
      'stale    generated/a.ts',
      '  --- as it is',
      '  +++ as it would be generated',
      '  @@ -1,2 +1,2 @@',
      '   x',
      '  -old\\r',
      '  +new',
      '',
      'missing  generated/b.ts',
      'obsolete generated/c.ts',
      'foreign  generated/d.md',
      'generated/ is not up to date: 1 stale, 1 missing, 1 obsolete, 1 foreign (1.5 s)',
      'Stale files differ from what the document generates: run `strata generate`.',
      'Missing files are not there yet: run `strata generate`.',
      'Obsolete files are generated no longer: `strata generate` removes them.',
      'Foreign files were not generated: keep them outside the output folder.',
      '',
    ])
  })

  test('says that all is up to date', () => {
    expect(written(({ checked: tell }) => tell({ ...checked, upToDate: true, drift: [] })).out).toBe(
      'generated/ is up to date (1.5 s)\n',
    )
  })
})

describe('problems', () => {
  const problems: Diagnostic[] = [
    {
      severity: 'error',
      pointer: '/a~1b',
      file: 'a.yaml',
      line: 3,
      column: 7,
      message: 'found x',
      hint: 'Use y.',
    },
    { severity: 'warning', pointer: '', file: 'generated/a.ts', message: 'found z' },
    { severity: 'error', pointer: '', message: 'no document' },
  ]

  test('go to the standard error, each with its place', () => {
    const { out, problems: text } = written(({ failed }) => failed(problems))
    expect(out).toBe('')
    expect(lines(text)).toEqual([
      'a.yaml:3:7  #/a~1b',
      '  error: found x',
      '  Use y.',
      '',
      'generated/a.ts',
      '  warning: found z',
      '',
      '  error: no document',
      '',
      '2 errors, 1 warning',
      '',
    ])
  })

  test('warnings of a run that succeeds are shown', () => {
    const diagnostics = problems.slice(1, 2)
    expect(written(({ generated: tell }) => tell({ ...generated, diagnostics })).problems).toContain(
      'found z',
    )
    expect(written(({ checked: tell }) => tell({ ...checked, diagnostics })).problems).toContain('found z')
  })

  test('no warnings, no text', () => {
    expect(written(({ generated: tell }) => tell(generated)).problems).toBe('')
  })
})

test('a bug is one line, and its stack is shown on demand', () => {
  const bug = new Error('it broke\nhere')
  const { problems } = written(({ crashed }) => crashed(bug))
  expect(problems).toBe(
    'strata failed unexpectedly: it broke\\u000ahere. This is a bug of openapi-strata: please report it with the document. DEBUG=strata shows where.\n',
  )
  expect(written(({ crashed }) => crashed(bug), { debug: true }).problems).toContain('text.test.ts:')
})

function runTwoStages({ progress }: Reporter): void {
  progress({ kind: 'begin', stage: 'load' })
  progress({ kind: 'end', stage: 'load', milliseconds: 31.4 })
  progress({ kind: 'begin', stage: 'format' })
  progress({ kind: 'end', stage: 'format', milliseconds: 1250 })
}

describe('progress', () => {
  test('is plain lines on a pipe', () => {
    expect(written(runTwoStages).out).toBe('load        31 ms\nformat      1.3 s\n')
  })

  test('shows the running stage on a terminal, and takes that line away again', () => {
    vi.stubEnv('NO_COLOR', '1')
    expect(written(runTwoStages, { isTTY: true }).out).toBe(
      `${clearLine}load            …${clearLine}load        31 ms\n${clearLine}format          …${clearLine}format      1.3 s\n`,
    )
  })

  test('leaves no line of a stage that failed', () => {
    const { out } = written(
      (reporter) => {
        reporter.progress({ kind: 'begin', stage: 'load' })
        reporter.failed([])
      },
      { isTTY: true },
    )
    expect(out.endsWith(clearLine)).toBe(true)
  })
})

test('quiet leaves problems alone', () => {
  const text = written(
    (reporter) => {
      reporter.progress({ kind: 'end', stage: 'load', milliseconds: 1 })
      reporter.generated(generated)
      reporter.checked(checked)
      reporter.watching()
      reporter.failed([{ severity: 'error', pointer: '/a', message: 'found x' }])
    },
    { quiet: true, isTTY: true },
  )
  expect(text.out).toBe('')
  expect(text.problems).toContain('found x')
})

function useAll(reporter: Reporter): void {
  reporter.progress({ kind: 'end', stage: 'load', milliseconds: 1 })
  reporter.generated(generated)
  reporter.checked(checked)
  reporter.failed([{ severity: 'error', pointer: '/a', message: 'found x', hint: 'Use y.' }])
}

describe('colours', () => {
  test.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a pipe', { isTTY: false }, {}, false],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a pipe with FORCE_COLOR', { isTTY: false }, { FORCE_COLOR: '1' }, true],
  ])('on %s', (_where, stream, environment, want) => {
    // What the machine that runs the tests says of colours must not matter.
    for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS']) vi.stubEnv(name, undefined)
    for (const [name, value] of Object.entries({ TERM: 'xterm-256color', ...environment }))
      vi.stubEnv(name, value)
    const { out, problems } = written(useAll, stream)
    const isColoured = [out.replaceAll(clearLine, ''), problems].map(
      (text) => text !== stripVTControlCharacters(text),
    )
    expect(isColoured).toEqual([want, want])
  })
})

test('text of documents and files cannot steer the terminal', () => {
  const evil = 'a\u001B[2J\u009B31m\u202Eb\nc'
  const { out, problems } = written((reporter) => {
    reporter.generated({ ...generated, out: evil, files: [{ path: evil, content: '', status: 'created' }] })
    reporter.checked({ ...checked, out: evil, drift: [{ path: evil, kind: 'stale', diff: `-${evil}` }] })
    reporter.failed([{ severity: 'error', pointer: `/${evil}`, file: evil, message: evil, hint: evil }])
    reporter.crashed(new Error(evil))
  })
  for (const mark of ['\u001B', '\u009B', '\u202E']) expect(`${out}${problems}`).not.toContain(mark)
  expect(problems).toContain('error: a\\u001b[2J\\u009b31m\\u202eb\\u000ac')
})
