import type { Module } from '../module.js'
import { HEADER, printModules } from '../print.js'
import type { ReadRuntime } from '../runtime-files.js'
import { type FinalName, finalNames } from './final-names.js'
import { linkedFile, type ModuleExport } from './linked-file.js'
import { reachable } from './reachable.js'
import { statementText } from './statement-text.js'

export type { ModuleExport } from './linked-file.js'

/** What a linked module is made of. */
export interface Link {
  readonly modules: readonly Module[]
  /** What the linked module exports; all else in it is what these need. */
  readonly exports: readonly ModuleExport[]
  /** First line of the module. */
  readonly header: string
  readonly readRuntime: ReadRuntime
}

/** Prints one module that imports nothing but packages, with what it exports, and all that this needs, in it. */
export function linkModules({ modules, exports, header, readRuntime }: Link): string {
  const printed = printModules(modules, readRuntime).filter(({ path }) => !path.endsWith('index.ts'))
  const files = new Map(
    printed.map(({ path, content }) => [path, linkedFile({ path, content: content.replace(HEADER, '') })]),
  )
  const needed = reachable(files, exports)
  const nameOf = finalNames(needed, exports)
  const isExported = (from: string, names: readonly string[]) =>
    exports.some((it) => it.from === from && names.includes(it.name))
  const texts = needed.files.map((file) => {
    const renamed = new Map([...file.symbols].map(([name, symbol]) => [name, nameOf(symbol)]))
    const statements = file.statements.filter((it) => needed.statements.has(it))
    return statements
      .map(({ node, names }) => statementText(node, renamed, isExported(file.path, names)))
      .map((text) => text.replace(/^\n{2,}/, '\n\n').replace(/;$/, ''))
      .join('')
      .trim()
  })
  return `${[header, ...importLines(needed.external, nameOf), ...texts].join('\n\n')}\n`
}

/** The imports from packages, as one piece of text, if there are any. */
function importLines(external: readonly ModuleExport[], nameOf: FinalName): string[] {
  const lines = external.map((symbol) => {
    const local = nameOf(symbol)
    const { from, name, typeOnly } = symbol
    const keyword = typeOnly ? 'import type' : 'import'
    if (name === 'default') return `${keyword} ${local} from '${from}'`
    return `${keyword} { ${local === name ? name : `${name} as ${local}`} } from '${from}'`
  })
  return lines.length === 0 ? [] : [lines.toSorted().join('\n')]
}
