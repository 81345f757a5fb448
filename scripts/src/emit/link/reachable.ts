import type { LinkedFile, LinkedStatement, ModuleExport } from './linked-file.js'

/** What of the files is needed. */
export interface Reachable {
  /** The files that have something that is needed, each after those that it imports, as far as imports make no circle. */
  readonly files: readonly LinkedFile[]
  readonly statements: ReadonlySet<LinkedStatement>
  /** The exports of packages that are needed. */
  readonly external: readonly ModuleExport[]
}

/** Finds what is needed of `files` where `wanted` is. */
export function reachable(
  files: ReadonlyMap<string, LinkedFile>,
  wanted: readonly ModuleExport[],
): Reachable {
  const statements = new Set<LinkedStatement>()
  const external = new Map<string, ModuleExport>()
  const neededFiles = new Map<LinkedFile, Set<string>>()
  const open = [...wanted]
  for (let symbol = open.pop(); symbol !== undefined; symbol = open.pop()) {
    const { from, name } = symbol
    const file = files.get(from)
    if (file === undefined) {
      const key = `${from} ${name}`
      if (external.get(key)?.typeOnly !== false) external.set(key, symbol)
      continue
    }
    const declaring = file.statements.filter(({ names }) => names.includes(name))
    if (declaring.length === 0) throw new Error(`${from} does not declare ${name}`)
    const needs = neededFiles.get(file) ?? new Set()
    neededFiles.set(file, needs)
    for (const statement of declaring.filter((it) => !statements.has(it))) {
      statements.add(statement)
      const used = [...statement.uses].flatMap((it) => file.symbols.get(it) ?? [])
      for (const { from: path } of used) needs.add(path)
      open.push(...used)
    }
  }
  return { files: inOrder(files, neededFiles, wanted), statements, external: [...external.values()] }
}

function inOrder(
  files: ReadonlyMap<string, LinkedFile>,
  needed: ReadonlyMap<LinkedFile, ReadonlySet<string>>,
  wanted: readonly ModuleExport[],
): LinkedFile[] {
  const ordered = new Set<LinkedFile>()
  const entered = new Set<LinkedFile>()
  const visit = (path: string): void => {
    const file = files.get(path)
    if (file === undefined || entered.has(file)) return
    entered.add(file)
    for (const next of [...needed.get(file)!].toSorted()) visit(next)
    ordered.add(file)
  }
  for (const { from } of wanted) visit(from)
  return [...ordered]
}
