import { isReserved } from '../../identifiers.js'
import type { LinkedFile, ModuleExport } from './linked-file.js'
import type { Reachable } from './reachable.js'

/** Gives the name that a symbol has in the linked module. */
export type FinalName = (symbol: ModuleExport) => string

/**
 * Settles what each needed symbol is called in the linked module: `wanted` as they are, each other by its own name or, where that
 * is taken, by one with `_` behind it.
 */
export function finalNames(
  { files, statements, external }: Reachable,
  wanted: readonly ModuleExport[],
): FinalName {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const settle = (symbol: ModuleExport): void => {
    if (names.has(keyOf(symbol))) return
    const own = symbol.name === 'default' ? defaultName(symbol) : symbol.name
    let name = own
    while (taken.has(name) || isReserved(name) || files.some((file) => isShadowed(name, symbol, file))) {
      name += '_'
    }
    names.set(keyOf(symbol), name)
    taken.add(name)
  }
  wanted.forEach(settle)
  external.forEach(settle)
  for (const file of files) {
    for (const statement of file.statements.filter((it) => statements.has(it))) {
      for (const name of statement.names) settle({ from: file.path, name })
    }
  }
  return (symbol) => names.get(keyOf(symbol)) ?? symbol.name
}

/** Whether `name` means something inside a file that knows the symbol by another name, and so would lose it. */
function isShadowed(name: string, symbol: ModuleExport, file: LinkedFile): boolean {
  if (!file.names.has(name) || file.symbols.has(name)) return false
  return [...file.symbols.values()].some((it) => keyOf(it) === keyOf(symbol))
}

/** What the default export of a package is called: `Punycode` as `punycode`. */
function defaultName({ from }: ModuleExport): string {
  return from.replaceAll(/[^A-Za-z\d]+(.)?/g, (_, next: string = '') => next.toUpperCase()) || 'module'
}

function keyOf({ from, name }: ModuleExport): string {
  return `${from} ${name}`
}
