import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as oxfmt from '../../../scripts/node_modules/oxfmt/dist/index.js'
import * as prettier from 'prettier'
import { describe, expect, it, test } from 'vitest'
import { swiftPrettier } from '../../../scripts/src/format/swift-prettier.js'

const path = 'types/a.ts'
const byPrettier = (text: string, settings: prettier.Options) =>
  prettier.format(text, { ...settings, parser: 'typescript', filepath: path })
const swift = swiftPrettier(oxfmt, byPrettier)

const styles: Readonly<Record<string, prettier.Options>> = {
  'the defaults': {},
  'the settings of this project': { semi: false, singleQuote: true, printWidth: 110 },
  others: { printWidth: 60, tabWidth: 4, trailingComma: 'none', arrowParens: 'avoid', bracketSpacing: false },
}

/** A union of so many names, all as long as `name`. */
function union(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => name.slice(1) + String(index)).join(' | ')
}

const unions = [
  `export type A = ${union('Abcdefgh', 8)}`,
  `export type A = ${union('Abcdefgh', 7)}`,
  `export type A = ${union('Abcdefgh', 20)}`,
  `export type Äöüß = ${['Äöü', '界界', 'ñ', '\u{1F600}', '界界界'].map((text) => `'${text.repeat(4)}'`).join(' | ')}`,
  `interface A { readonly property?: ${union('Abcdefgh', 6)}; other: string }`,
  `type A = { a: B<${union('Abcdefgh', 8)}>; b: (${union('Abcdefgh', 8)})[]; c: [${union('Abcdefgh', 8)}, string] }`,
  `type A = { a: ${union('Abcdefgh', 4)} | { b: string } | ${union('Bcdefghi', 3)} }`,
  `type A = ${union('Abcdefgh', 4)} | {\n b: ${union('Abcdefgh', 6)} }`,
  `type A<T> = T extends string ? ${union('Abcdefgh', 8)} : ${union('Abcdefgh', 8)}`,
  `function f(value: ${union('Abcdefgh', 8)}, other: string): ${union('Abcdefgh', 7)} {}`,
  `const f = (value: string): ${union('Abcdefgh', 7)} => { return value }`,
  `export const value: ${union('Abcdefgh', 7)} = { a: 1, b: 2 }`,
  `export const value: ${union('Abcdefgh', 7)} = abc`,
  `/**\n * | a | b |\n * | - | - |\n */\nexport type A = string`,
]

/** A condition that goes over several lines. */
const long =
  "(typeof value === 'object' && value !== null && !Array.isArray(value)) || value === null || isAbc(value)"

const negations = [
  `if (!(${long})) { return false }`,
  `if (!!(${long})) return false`,
  `if (!(${long})) return false\nelse if (!(${long})) return true\nelse f()`,
  `if (a) { b() } else if (!(${long})) { c() } else { d() }`,
  `function f() { if (a) { while (!(${long})) { if (!(${long} || b)) return\n } } }`,
  `if (!(${long}) && b) { c() }`,
  `if (!(${long}) || !(${long})) { c() }`,
  `if (!isAbc(${union('Abcdefgh', 8)})) { c() }`,
  `const a = !(${long})`,
  `return_: { if (!(\n// a comment\n${long})) { b() } }`,
]

describe.each(Object.entries(styles))('with %s', (_, settings) => {
  it.each([...unions, ...negations])('formats as prettier does: %s', async (text) => {
    const swiftly = await swift.format(path, text, settings)
    // Undefined leaves it to prettier itself.
    if (swiftly !== undefined) expect(swiftly).toBe(await byPrettier(text, settings))
  })
})

it('leaves a union with a value or a body behind it to prettier itself, and nothing else', async () => {
  const texts = [...unions, ...negations]
  const formatted = await Promise.all(texts.map((text) => swift.format(path, text, {})))
  const left = texts.filter((_, index) => formatted[index] === undefined)
  expect(left).toEqual(
    unions.filter((text) => text.startsWith('export const value') || text.startsWith('const f')),
  )
})

it.each<prettier.Options>([
  { experimentalTernaries: true },
  { experimentalOperatorPosition: 'start' },
  { plugins: ['some-plugin'] },
  { useTabs: true },
  { endOfLine: 'crlf' },
  { endOfLine: 'auto' },
  { printWidth: Infinity },
  { printWidth: 321 },
  { embeddedLanguageFormatting: 'off' },
])('leaves %j to prettier itself', async (settings) => {
  expect(await swift.format(path, 'a', settings)).toBeUndefined()
})

it('takes settings that are undefined for the defaults, and none of those that mean nothing here', async () => {
  // Its configuration may hold undefined where its types do not.
  const settings = {
    jsxSingleQuote: true,
    proseWrap: 'always',
    semi: undefined,
  } as unknown as prettier.Options
  expect(await swift.format(path, 'a', settings)).toBe('a;\n')
})

it('leaves text that does not parse to prettier, which says where', async () => {
  expect(await swift.format(path, 'const = 1', {})).toBeUndefined()
})

const generated = join(import.meta.dirname, '../../../generated')
const files = readdirSync(generated, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)

test('every file of the generated folder is as prettier has it', { timeout: 240_000 }, async () => {
  expect(files.length).toBeGreaterThan(200)
  for (const file of files) {
    const text = readFileSync(join(generated, file), 'utf8')
    for (const settings of [{}, { semi: false, singleQuote: true, printWidth: 110 }]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, for the memory that prettier takes
      const [swiftly, want] = [await swift.format(file, text, settings), await byPrettier(text, settings)]
      if (swiftly !== want) expect(swiftly, file).toBe(want)
    }
  }
})
