import { transformSync } from 'esbuild'
import type { Tree } from './temporary-folder.js'

const OPTIONS = {
  loader: 'ts',
  target: 'es2022',
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
} as const

const known = new Map<string, string>()

/** JavaScript of a TypeScript module. What ships inside every output is asked for again and again, and so is remembered. */
export function transpile(content: string): string {
  const script = known.get(content) ?? transformSync(content, OPTIONS).code
  known.set(content, script)
  return script
}

/** JavaScript of TypeScript modules by path, under the paths by which they import each other. */
export function transpileTree(modules: Iterable<readonly [path: string, content: string]>): Tree {
  return Object.fromEntries(
    Array.from(modules, ([path, content]) => [path.replace(/\.ts$/, '.js'), transpile(content)]),
  )
}
