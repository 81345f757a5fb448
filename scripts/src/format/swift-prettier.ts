import type { Options } from 'prettier'
import { fitUnions } from './fit-unions.js'
import { hugNegations } from './hug-negations.js'

/** The settings of prettier that oxfmt has under the same name, with the values that mean the same; undefined for prettier's default. */
const SHARED: { readonly [Name in keyof Options]?: (value: unknown) => boolean } = {
  printWidth: (value) => Number.isSafeInteger(value) && Number(value) <= MAX_WIDTH,
  tabWidth: (value) => Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= MAX_TAB,
  useTabs: oneOf(false),
  semi: oneOf(true, false),
  singleQuote: oneOf(true, false),
  quoteProps: oneOf('as-needed', 'consistent', 'preserve'),
  trailingComma: oneOf('all', 'es5', 'none'),
  bracketSpacing: oneOf(true, false),
  arrowParens: oneOf('always', 'avoid'),
  objectWrap: oneOf('preserve', 'collapse'),
  endOfLine: oneOf('lf'),
}

/** oxfmt takes no more. */
const MAX_WIDTH = 320
const MAX_TAB = 24

/** Settings that mean nothing in a module of TypeScript without JSX. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'bracketSameLine',
  'htmlWhitespaceSensitivity',
  'insertPragma',
  'jsxBracketSameLine',
  'jsxSingleQuote',
  'parser',
  'proseWrap',
  'requirePragma',
  'singleAttributePerLine',
  'vueIndentScriptAndStyle',
])

/** The beginnings of the lines that `fitUnions` and `hugNegations` look for; most modules have none. */
const MAY_DIFFER = /^ +(?:\| |!!?\()/m

function oneOf(...values: readonly unknown[]): (value: unknown) => boolean {
  return (value) => values.includes(value)
}

/** What formats a module, given the settings of prettier. */
export interface SwiftPrettier {
  /** The text as prettier formats it with those settings; undefined if only prettier itself can tell. */
  readonly format: (path: string, content: string, settings: Options) => Promise<string | undefined>
}

type Oxfmt = Pick<typeof import('oxfmt'), 'format'>

/**
 * Formats as prettier does in a hundredth of its time: by oxfmt, whose layout of TypeScript is that of prettier but for what this
 * folder knows of, which is put right afterwards. `formatSnippet` is prettier itself, for a few lines.
 */
export function swiftPrettier(
  oxfmt: Oxfmt,
  formatSnippet: (text: string, settings: Options) => Promise<string>,
): SwiftPrettier {
  return {
    format: async (path, content, settings) => {
      if (!isShared(settings)) return undefined
      const { printWidth = 80, tabWidth = 2 } = settings
      const shared = Object.fromEntries(
        Object.entries(settings).filter(([name, value]) => name in SHARED && value !== undefined),
      )
      const { code, errors } = await oxfmt.format(path, content, { ...shared, printWidth })
      // What it cannot parse, prettier cannot either, and says so in its own words.
      if (errors.length > 0) return undefined
      if (!MAY_DIFFER.test(code)) return code
      const lines = code.split('\n')
      const style = { printWidth, tabWidth }
      const hugged = await hugNegations(lines, style, (text, width) =>
        formatSnippet(text, { ...settings, printWidth: width }),
      )
      return fitUnions(hugged, style)?.join('\n')
    },
  }
}

function isShared(settings: Options): boolean {
  return Object.entries(settings).every(([name, value]) => {
    if (value === undefined || ELSEWHERE.has(name)) return true
    return SHARED[name as keyof Options]?.(value) ?? false
  })
}
