import { posix } from 'node:path'

/** Whether an import's `from` is a generated module and not an npm package. */
export function isModulePath(from: string): boolean {
  return from.endsWith('.ts')
}

/** The specifier by which the module at `path` imports `from`: `../types/index.js`, or the name of a package. */
export function relativeSpecifier(path: string, from: string): string {
  if (!isModulePath(from)) return from
  const relative = posix.relative(posix.dirname(path), from).replace(/\.ts$/, '.js')
  return relative.startsWith('.') ? relative : `./${relative}`
}
