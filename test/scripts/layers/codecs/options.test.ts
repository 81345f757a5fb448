import { describe, expect, it } from 'vitest'
import { GeneratorError } from '../../../../scripts/src/diagnostics.js'
import { imported, importedType } from '../../../../scripts/src/emit/index.js'
import { type Flags, readOptions } from '../../../../scripts/src/flags.js'
import { generate } from '../../../../scripts/src/generate.js'
import { type CheckOptions, settle } from '../../../../scripts/src/options.js'
import { temporaryFolder } from '../../temporary-folder.js'
import { orders } from './document.js'

function problemsOf(action: () => unknown): string[] {
  try {
    action()
    return []
  } catch (error) {
    if (error instanceof GeneratorError) return error.diagnostics.map(({ message }) => message)
    throw error
  }
}

describe('options', () => {
  const expected = 'must be global or the name of a package, such as temporal-polyfill, but is'

  it.each<[options: Readonly<Record<string, unknown>>, problems: string[]]>([
    [{ dateTime: 'Date', int64: 'bigint' }, []],
    [{ dateTime: 'Temporal', temporal: 'temporal-polyfill' }, []],
    [{ dateTime: 'Temporal', temporal: '@js-temporal/polyfill' }, []],
    [{ dateTime: 'Temporal', temporal: '@js-temporal/polyfill/dist/index.js' }, []],
    [{ dateTime: 'Temporal', temporal: 'global' }, []],
    [{ dateTime: 'date' }, ["`dateTime` must be one of string, Date, Temporal, but is 'date'"]],
    [{ int64: 64 }, ['`int64` must be one of number, bigint, but is 64']],
    [{ dateTime: 'Date', temporal: 'global' }, ["`temporal` has a meaning only with `dateTime: 'Temporal'`"]],
    [
      { layers: ['codecs'] },
      ["the layer codecs is only there with `dateTime: 'Date'`, `dateTime: 'Temporal'` or `int64: 'bigint'`"],
    ],
    ...[
      '',
      './own.js',
      '../own',
      '/own',
      'a/../b',
      "a'; alert(1)//",
      'a\nb',
      'a b',
      'node:fs',
      'own.ts',
      '@a',
      'a/',
    ].map((temporal): [Readonly<Record<string, unknown>>, string[]] => [
      { dateTime: 'Temporal', temporal },
      [expect.stringContaining(`\`temporal\` ${expected}`)],
    ]),
  ])('%j have the problems %j', (options, problems) => {
    // As a caller in JavaScript may give them.
    expect(problemsOf(() => settle({ spec: orders, ...options } as CheckOptions))).toEqual(problems)
  })

  it.each<[flags: Flags, problems: string[]]>([
    [{ spec: 'a.yaml', dateTime: 'Date', int64: 'bigint' }, []],
    [{ spec: 'a.yaml', dateTime: 'x' }, ["--date-time must be one of string, Date, Temporal, but is 'x'"]],
    [{ spec: 'a.yaml', int64: 'x' }, ["--int64 must be one of number, bigint, but is 'x'"]],
    [{ spec: 'a.yaml', temporal: 'a b' }, [`--temporal ${expected} 'a b'`]],
  ])('of the flags %j have the problems %j', async (flags, problems) => {
    const found = await readOptions(flags, temporaryFolder()).then(
      () => [],
      (error: GeneratorError) => error.diagnostics.map(({ message }) => message),
    )
    expect(found).toEqual(problems)
  })
})

it.each(["a'b", 'a\\b', './a', 'a b', ''])('no module is imported from %j', (from) => {
  expect(() => imported(from, 'a')).toThrow(`${JSON.stringify(from)} is no module or package`)
  expect(() => importedType(from, 'a')).toThrow(TypeError)
})

const made = async (options: Omit<CheckOptions, 'spec'>) => {
  const { files, layers } = await generate({ spec: orders, write: false, formatter: 'none', ...options })
  return { paths: files.map(({ path }) => path), layers: layers.map(({ name }) => name) }
}

describe('the layers', () => {
  it('without conversions know nothing of them', async () => {
    const { paths, layers } = await made({ out: 'none' })
    expect(layers).toEqual(['types', 'validators', 'builders', 'client', 'server'])
    expect(paths.filter((path) => path.includes('codecs') || path.includes('value-types'))).toEqual([])
  })

  it.each<[options: Omit<CheckOptions, 'spec'>, layers: string[]]>([
    [{ dateTime: 'Date' }, ['types', 'validators', 'codecs', 'builders', 'client', 'server']],
    [{ dateTime: 'Date', layers: ['client'] }, ['types', 'validators', 'codecs', 'client']],
    [{ int64: 'bigint', layers: ['validators'] }, ['types', 'validators']],
    [{ int64: 'bigint', layers: ['codecs'] }, ['types', 'validators', 'codecs']],
  ])('with %j are %j', async (options, layers) => {
    expect((await made({ out: 'none', ...options })).layers).toEqual(layers)
  })

  it('have codecs only of what holds such values', async () => {
    const { paths } = await made({ out: 'none', int64: 'bigint' })
    const names = paths.filter((path) => path.startsWith('codecs/schemas/'))
    expect(names).toEqual(
      ['cash', 'form', 'line', 'order', 'payment', 'range'].map((name) => `codecs/schemas/${name}.ts`),
    )
    expect(paths).not.toContain('runtime/codecs/date-time.ts')
  })
})
