import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { load } from '../../../scripts/src/load/index.js'
import { temporaryFolder } from '../temporary-folder.js'
import { errorsOf, HEAD, lines, loadFiles, loadObject, problemsOf } from './project.js'

const DOCUMENT = `${HEAD}paths: {}\n`

describe('a file that cannot be read', () => {
  it.each([
    ['missing', 'none.yaml', 'none.yaml # error: the file "none.yaml" does not exist | Check the path.'],
    [
      'below a file',
      'api.yaml/x',
      'api.yaml/x # error: the file "api.yaml/x" does not exist | A part of its path is a file, not a folder.',
    ],
    ['a folder', 'folder', 'folder # error: "folder" is a folder, not a file | Name a YAML or JSON file.'],
    ['the working directory', '', '. # error: "." is a folder, not a file | Name a YAML or JSON file.'],
    [
      'a loop of links',
      'loop.yaml',
      'loop.yaml # error: the file "loop.yaml" is a symbolic link that leads back to itself | Correct the link.',
    ],
    [
      'with a NUL in its name',
      'a\0b',
      'a\0b # error: the file "a\\u0000b" cannot be read (ERR_INVALID_ARG_VALUE) | Check the path and the file.',
    ],
    [
      'not regular',
      '/dev/null',
      /^(?:\.\.\/)+dev\/null # error: ".+null" is not a regular file \| Name a YAML or JSON file\.$/,
    ],
  ])('%s', async (_, spec, want) => {
    const cwd = temporaryFolder({ 'api.yaml': DOCUMENT })
    mkdirSync(join(cwd, 'folder'))
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'))
    const [error, ...others] = await errorsOf(load(spec, { cwd }))
    expect(others).toEqual([])
    if (typeof want === 'string') expect(error).toBe(want)
    else expect(error).toMatch(want)
  })

  // The superuser may read whatever the mode says.
  it.skipIf(process.getuid?.() === 0)('without the right to read it', async () => {
    const cwd = temporaryFolder({ 'api.yaml': DOCUMENT })
    chmodSync(join(cwd, 'api.yaml'), 0)
    expect(await errorsOf(load('api.yaml', { cwd }))).toEqual([
      'api.yaml # error: the file "api.yaml" may not be read | Give yourself the right to read it.',
    ])
  })
})

it.each(['https://example.com/api.yaml', 'file:///etc/passwd'])('fetches nothing: %s', async (spec) => {
  expect(await errorsOf(load(spec, { cwd: temporaryFolder() }))).toEqual([
    `# error: "${spec}" is a URL; nothing is fetched | Save the document as a file and name that.`,
  ])
})

describe('a text that is no document', () => {
  it.each([
    ['empty', '', 'api.yaml:1:1 # error: the file is empty | Write an OpenAPI document into it.'],
    ['blank', ' \n\n', 'api.yaml:1:1 # error: the file is empty | Write an OpenAPI document into it.'],
    [
      'a comment',
      '# soon\n',
      'api.yaml:1:1 # error: null is no OpenAPI document | An OpenAPI document is an object. OpenAPI 3.0.x and 3.1.x are read.',
    ],
    [
      'bad indentation',
      `${HEAD}paths:\n  /a:\n   b: 1\n  c\n  d: 1\n`,
      'api.yaml:7:4 # error: this is not YAML: can not read a block mapping entry; a multiline key may not be an implicit key | Correct the file at this place.',
    ],
    [
      'a tab',
      `${HEAD}paths:\n\t/a: {}\n`,
      'api.yaml:4:1 # error: this is not YAML: tab characters must not be used in indentation | Indent with spaces.',
    ],
    [
      'a key twice',
      `${HEAD}paths: {}\ninfo: {}\n`,
      'api.yaml:4:1 # error: this is not YAML: duplicated mapping key | Remove or rename one of the two keys.',
    ],
    [
      'an unknown alias',
      'a: *b\n',
      'api.yaml:1:6 # error: this is not YAML: unidentified alias "b" | Define the anchor before the alias, or quote the value if the `*` is meant literally.',
    ],
    [
      'a tag',
      'a: !!timestamp 2001-01-01\n',
      'api.yaml:1:26 # error: this is not YAML: unknown tag !<tag:yaml.org,2002:timestamp> | Remove the tag, or quote the value if the `!` is meant literally.',
    ],
    [
      'two documents',
      'a: 1\n---\nb: 1\n',
      'api.yaml:1:1 # error: this is not YAML: expected a single document in the stream, but found more | Keep one document in the file: remove the `---` lines after the first.',
    ],
    [
      'a NUL',
      'a: 1\nb: \0\n',
      'api.yaml:2:4 # error: this is not YAML: null byte is not allowed in input | Save the file as UTF-8 text.',
    ],
    [
      'deep nesting',
      '['.repeat(600),
      'api.yaml:1:500 # error: this is not YAML: nesting exceeded maxDepth (500) | Nest it less deeply, for example by moving schemas to components.',
    ],
    [
      'infinity',
      `${HEAD}paths: {}\nx-a: [1, .inf]\n`,
      'api.yaml:4:10 #/x-a/1 error: the number Infinity is no JSON value | Use a string, a finite number, a boolean, null, an array or an object.',
    ],
    [
      'not a number',
      'x-a: .nan\n',
      'api.yaml:1:1 #/x-a error: the number NaN is no JSON value | Use a string, a finite number, a boolean, null, an array or an object.',
    ],
    [
      'binary data',
      `x-a:\n  - !!binary aGk=\n`,
      'api.yaml:2:5 #/x-a/0 error: a Uint8Array is no JSON value | Use a string, a finite number, a boolean, null, an array or an object.',
    ],
    [
      'a value inside itself',
      'a: &a\n  b:\n    - *a\n',
      'api.yaml:3:7 #/a/b/0 error: the value is inside itself | Break the circle; a recursive schema refers to itself with `$ref`.',
    ],
  ])('%s', async (_, text, want) => {
    expect(await errorsOf(loadFiles({ 'api.yaml': text }))).toEqual([want])
  })

  it('reports every value that is not JSON', async () => {
    const errors = await errorsOf(
      loadFiles({ 'api.yaml': 'a: .nan\nb: &b {c: *b}\nd: !!set {e}\nf: -.inf\n' }),
    )
    expect(errors.map((line) => line.split(' error')[0])).toEqual([
      'api.yaml:1:1 #/a',
      'api.yaml:2:8 #/b/c',
      'api.yaml:4:1 #/f',
    ])
  })

  it('refuses aliases that multiply', async () => {
    const levels = Array.from(
      { length: 20 },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}]`,
    )
    const [error] = await errorsOf(loadFiles({ 'api.yaml': ['a0: &a0 [1]', ...levels].join('\n') }))
    expect(error).toMatch(
      /^api\.yaml:1:1 # error: the aliases of the document stand for \d+ values, of which 23 are written out \| Use fewer aliases/,
    )
  })

  it('refuses aliases that nest', async () => {
    const levels = Array.from({ length: 600 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}]`)
    const errors = await errorsOf(loadFiles({ 'api.yaml': ['a0: &a0 [1]', ...levels].join('\n') }))
    expect(errors[0]).toMatch(/ error: values are nested more than 500 deep \| Nest them less deeply\.$/)
  })
})

describe('a JSON file', () => {
  it.each([
    ['a comma too many', '{\n  "a": 1,\n}', '3:1', 'a quoted key is expected, found "}"'],
    ['a comma too few', '{"a": 1 "b": 2}', '1:9', '`,` or `}` is expected, found "\\""'],
    ['no value', '{"a": }', '1:7', 'a value is expected, found "}"'],
    ['no key', '{1: 2}', '1:2', 'a quoted key or `}` is expected, found "1"'],
    ['no colon', '{"a" 1}', '1:6', '`:` is expected, found "1"'],
    ['a wrong bracket', '{"a": [1}', '1:9', '`,` or `]` is expected, found "}"'],
    ['a bracket too many', '{"a": [1]]', '1:10', '`,` or `}` is expected, found "]"'],
    ['text after the end', '{} x', '1:4', 'the end is expected, found "x"'],
    ['no end', '{"a": [1,', '1:10', 'a value is expected, found the end of the file'],
    ['a comment', '{"a": 1 // b\n}', '1:9', '`,` or `}` is expected, found "/"'],
    ['a leading zero', '{"a": 01}', '1:7', 'a value is expected, found "0"'],
    ['a bad escape', '{"a": "\\x"}', '1:7', 'a value is expected, found "\\""'],
    ['a line break in a string', '{"a": "b\nc"}', '1:7', 'a value is expected, found "\\""'],
    ['a word', '{"a": nope}', '1:7', 'a value is expected, found "n"'],
    ['a separator too many', '[1,,2]', '1:4', 'a value is expected, found ","'],
    ['a colon in an array', '[1:2]', '1:3', '`,` or `]` is expected, found ":"'],
    ['an opening bracket for a comma', '[1[', '1:3', '`,` or `]` is expected, found "["'],
  ])('%s', async (_, text, place, expected) => {
    expect(await errorsOf(loadFiles({ 'api.json': text }, { spec: 'api.json' }))).toEqual([
      `api.json:${place} # error: this is not JSON: ${expected} | Correct the file at this place.`,
    ])
  })

  it('may hold all that JSON can', async () => {
    const data = {
      a: [1, -1.5e10, 0, true, false, null, '', 'é"\\/\u2028\ud83d\ude00', {}, [], [[]]],
      '': { b: 'c' },
    }
    const text = JSON.stringify(
      { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: {}, 'x-data': data },
      null,
      '\t',
    )
    const { document } = await loadFiles({ 'api.json': text }, { spec: 'api.json' })
    expect(document['x-data']).toEqual(data)
  })

  it('holds no key twice', async () => {
    expect(await errorsOf(loadFiles({ 'api.json': '{"a": 1,\n "a": 2}' }, { spec: 'api.json' }))).toEqual([
      'api.json:2:2 # error: this is not YAML: duplicated mapping key | Remove or rename one of the two keys.',
    ])
  })
})

function folderWith(spec: string, content: Uint8Array): string {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, spec), content)
  return cwd
}

describe('an encoding', () => {
  it.each([
    [
      'Latin-1',
      Buffer.from(`${HEAD}x-é: 1\n`, 'latin1'),
      'api.yaml:3:3 # error: the file is not UTF-8 | Save it as UTF-8.',
    ],
    [
      'a cut character',
      Buffer.concat([Buffer.from('a: é'), Buffer.from([0xc3])]),
      'api.yaml:1:5 # error: the file is not UTF-8 | Save it as UTF-8.',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffopenapi: 3.1.0\n', 'utf16le'),
      'api.yaml:1:1 # error: the file is UTF-16 | Save it as UTF-8.',
    ],
    [
      'UTF-16, the other way round',
      Buffer.from('\ufeffopenapi: 3.1.0\n', 'utf16le').swap16(),
      'api.yaml:1:1 # error: the file is UTF-16 | Save it as UTF-8.',
    ],
  ])('refuses %s', async (_, content, want) => {
    expect(await errorsOf(load('api.yaml', { cwd: folderWith('api.yaml', content) }))).toEqual([want])
  })

  it.each(['api.yaml', 'api.json'])('takes a byte order mark in %s', async (spec) => {
    const text = `\ufeff${JSON.stringify({ openapi: '3.1.0', info: { title: 'é', version: '1' }, paths: {} })}`
    const { document } = await load(spec, { cwd: folderWith(spec, Buffer.from(text)) })
    expect(document).toEqual({ openapi: '3.1.0', info: { title: 'é', version: '1' }, paths: {} })
  })

  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines that end in %s', async (_, end) => {
    const text = ['openapi: 3.1.0', 'info:', '  title: T', '  version: 1', 'paths: {}', ''].join(end)
    expect(await errorsOf(loadFiles({ 'api.yaml': text }))).toEqual([
      'api.yaml:4:3 #/info/version error: `version` must be a string, found the number 1 | Write a string.',
    ])
  })
})

describe('an object', () => {
  it.each([
    ['a function', { a: () => 1 }, '#/a error: a function is no JSON value'],
    ['a bigint', { a: [1n] }, '#/a/0 error: a bigint is no JSON value'],
    ['a date', { a: new Date(0) }, '#/a error: a Date is no JSON value'],
    ['a map', { a: new Map() }, '#/a error: a Map is no JSON value'],
    ['infinity', { 'a/b': -Infinity }, '#/a~1b error: the number -Infinity is no JSON value'],
  ])('may not hold %s', async (_, document, want) => {
    expect((await errorsOf(loadObject(document))).map((line) => line.split(' | ')[0])).toEqual([want])
  })

  it('may not hold itself', async () => {
    const document: Record<string, unknown> = {}
    document['a'] = [document]
    expect(await problemsOf(loadObject(document))).toEqual([
      {
        severity: 'error',
        pointer: '/a/0',
        message: 'the value is inside itself',
        hint: 'Break the circle; a recursive schema refers to itself with `$ref`.',
      },
    ])
  })

  it('may not be nested too deeply', async () => {
    let document: unknown = 1
    for (let depth = 0; depth < 502; depth++) document = [document]
    const [error] = await problemsOf(loadObject(document))
    expect(error?.message).toBe('values are nested more than 500 deep')
  })

  it('may leave members undefined', async () => {
    const info = { title: 'T', version: '1', description: undefined }
    const { document } = await loadObject({
      openapi: '3.1.0',
      info,
      paths: {},
      tags: undefined,
      'x-a': { b: undefined },
    })
    expect(document).toStrictEqual({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {},
      'x-a': {},
    })
  })
})

it('reads YAML and JSON whatever the file is called', async () => {
  const json = JSON.stringify({ openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {} })
  const { document, files } = await loadFiles({ 'spec/openapi': json }, { spec: 'spec/openapi' })
  expect(document).toEqual((await loadFiles({ 'api.yaml': DOCUMENT })).document)
  expect(files).toHaveLength(1)
})

it('gives warnings in the order of their places', async () => {
  const { diagnostics } = await loadFiles({ 'api.yaml': `${HEAD}b: 1\npaths: {}\na: 1\n` })
  expect(lines(diagnostics)).toEqual([
    'api.yaml:3:1 #/b warning: `b` is no field of the document and has no effect | Remove it, or begin its name with `x-`.',
    'api.yaml:5:1 #/a warning: `a` is no field of the document and has no effect | Remove it, or begin its name with `x-`.',
  ])
})
