import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GeneratorError } from '../../../scripts/src/diagnostics.js'
import { format, type FormatterName } from '../../../scripts/src/format/index.js'
import { temporaryFolder, type Tree, writeTree } from '../temporary-folder.js'

const source = '// header\nexport const a = "x"'

/** The text of `out/types/a.ts` in a project that holds `project`. */
async function formatted(formatter: FormatterName, project: Tree = {}, content = source): Promise<string> {
  const cwd = temporaryFolder(project)
  return formattedIn(cwd, formatter, content)
}

async function formattedIn(cwd: string, formatter: FormatterName, content = source): Promise<string> {
  const place = { formatter, cwd, folder: join(cwd, 'out') }
  const [file] = await format([{ path: 'types/a.ts', content }], place)
  return file!.content
}

test('none leaves text as it is', async () => {
  expect(await formatted('none')).toBe(source)
})

test('files keep their order and what else is known of them', async () => {
  const files = ['b.ts', 'a.ts'].map((path) => ({ path, content: `const x="${path}"`, note: 1 }))
  const cwd = temporaryFolder()
  expect(await format(files, { formatter: 'prettier', cwd, folder: cwd })).toEqual([
    { path: 'b.ts', content: 'const x = "b.ts";\n', note: 1 },
    { path: 'a.ts', content: 'const x = "a.ts";\n', note: 1 },
  ])
})

describe('prettier', () => {
  test.each<[string, Tree, string]>([
    ['its defaults', {}, '// header\nexport const a = "x";\n'],
    ['the project’s configuration', { '.prettierrc': 'semi: false' }, '// header\nexport const a = "x"\n'],
    [
      'an override for the output folder',
      {
        '.prettierrc.json': JSON.stringify({
          overrides: [
            { files: 'out/**', options: { singleQuote: true } },
            { files: 'src/**', options: { semi: false } },
          ],
        }),
      },
      "// header\nexport const a = 'x';\n",
    ],
    [
      'a configuration nearer to the file',
      { 'out/.prettierrc': 'semi: false', '.prettierrc': 'semi: true' },
      '// header\nexport const a = "x"\n',
    ],
    [
      '.editorconfig',
      { '.editorconfig': 'root = true\n[*.ts]\nend_of_line = crlf\n' },
      '// header\r\nexport const a = "x";\r\n',
    ],
    [
      'no pragma',
      { '.prettierrc': 'insertPragma: true\nrequirePragma: true' },
      '// header\nexport const a = "x";\n',
    ],
    [
      'TypeScript, whatever else is set',
      { '.prettierrc': 'parser: json' },
      '// header\nexport const a = "x";\n',
    ],
  ])('uses %s', async (_what, project, want) => {
    expect(await formatted('prettier', project)).toBe(want)
  })

  test('does not obey .prettierignore, as generated files are formatted when they are made', async () => {
    expect(await formatted('prettier', { '.prettierignore': 'out' })).toBe(
      '// header\nexport const a = "x";\n',
    )
  })

  test('sees that its configuration has changed', async () => {
    const cwd = temporaryFolder({ '.prettierrc': 'semi: false' })
    expect(await formattedIn(cwd, 'prettier')).not.toContain(';')
    writeTree(cwd, { '.prettierrc': 'semi: true' })
    expect(await formattedIn(cwd, 'prettier')).toContain(';')
  })

  test.each([
    ['that is no YAML', { '.prettierrc': '{ "semi": fal' }, '.prettierrc'],
    ['with a wrong value', { '.prettierrc.json': '{ "semi": "x" }' }, '.prettierrc.json'],
    [
      'with a plugin that is not there',
      { '.prettierrc.json': '{ "plugins": ["./none.js"] }' },
      '.prettierrc.json',
    ],
  ])('reports a configuration %s', async (_what, project, file) => {
    await expect(formatted('prettier', project)).rejects.toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({
            severity: 'error',
            file,
            message: expect.stringMatching(/^the formatter cannot use its configuration: [^\n]+$/),
            hint: 'Mend the configuration, or choose another formatter.',
          }),
        ],
      }),
    )
  })

  test('text that does not parse is a bug of the toolkit, not bad input', async () => {
    const error: unknown = await formatted('prettier', {}, 'const =').catch((it: unknown) => it)
    expect(error).not.toBeInstanceOf(GeneratorError)
    expect(error).toMatchObject({
      message: expect.stringMatching(/the generated file .*a\.ts does not parse/),
    })
  })
})

/** Stands for the package: it shows which settings it was given, and finds fault as oxfmt does. */
const oxfmt: Tree = {
  'node_modules/oxfmt/package.json': '{ "type": "module", "exports": { ".": "./index.js" } }',
  'node_modules/oxfmt/index.js': `
    export async function format(fileName, sourceText, options) {
      const errors = options.printWidth === 'wide' ? [{ severity: 'Error', message: 'invalid type' }]
        : sourceText === 'const =' ? [{ severity: 'Error', message: 'Unexpected token' }] : []
      return { code: \`\${sourceText} // \${JSON.stringify(options)}\`, errors }
    }`,
}

describe('oxfmt', () => {
  test.each<[string, Tree, object]>([
    ['no configuration', {}, {}],
    ['.oxfmtrc.json with comments', { '.oxfmtrc.json': '// mine\n{ "semi": false, }' }, { semi: false }],
    ['.oxfmtrc.jsonc', { '.oxfmtrc.jsonc': '{ "semi": false }' }, { semi: false }],
    ['oxfmt.config.ts', { 'oxfmt.config.ts': 'export default { semi: false as boolean }' }, { semi: false }],
    ['the nearest', { 'out/.oxfmtrc.json': '{}', '.oxfmtrc.json': '{ "semi": false }' }, {}],
  ])('uses %s', async (_what, project, settings) => {
    expect(await formatted('oxfmt', { ...oxfmt, ...project })).toBe(
      `${source} // ${JSON.stringify(settings)}`,
    )
  })

  test('that is not installed is an error that says what to install', async () => {
    await expect(formatted('oxfmt')).rejects.toThrow(
      'the formatter oxfmt is not installed\n  Install it in your project (`npm install --save-dev oxfmt`)',
    )
  })

  test('that has no interface for programs is an error', async () => {
    const project = { ...oxfmt, 'node_modules/oxfmt/index.js': 'export const version = 1' }
    await expect(formatted('oxfmt', project)).rejects.toThrow('the formatter oxfmt is too old')
  })

  test.each([
    ['that is no JSON', '{ "semi": ', 'expected'],
    ['that is no object', '3', 'must be an object'],
    ['with overrides', '{ "overrides": [] }', '`overrides` do not reach generated files'],
    ['with a wrong value', '{ "printWidth": "wide" }', 'invalid type'],
  ])('reports a configuration %s', async (_what, content, message) => {
    const error: unknown = await formatted('oxfmt', { ...oxfmt, '.oxfmtrc.json': content }).catch(
      (it: unknown) => it,
    )
    expect(error).toBeInstanceOf(GeneratorError)
    expect(error).toMatchObject({
      diagnostics: [{ file: '.oxfmtrc.json', message: expect.stringContaining(message) }],
    })
  })

  test('reports a configuration module that exports no object', async () => {
    const project = { ...oxfmt, 'oxfmt.config.ts': 'export default 3' }
    await expect(formatted('oxfmt', project)).rejects.toThrow('it holds no object')
  })

  test('text that does not parse is a bug of the toolkit, not bad input', async () => {
    const error: unknown = await formatted('oxfmt', oxfmt, 'const =').catch((it: unknown) => it)
    expect(error).not.toBeInstanceOf(GeneratorError)
    expect(error).toMatchObject({ message: expect.stringContaining('does not parse: Unexpected token') })
  })
})
