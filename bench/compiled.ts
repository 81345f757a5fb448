import ts from 'typescript'

/** A TypeScript module. */
export interface Source {
  /** From the folder that the modules are in. */
  readonly path: string
  readonly content: string
}

/**
 * The modules as JavaScript, by path, for a folder of their own. What is timed is compiled by TypeScript: the loader that runs
 * the benchmark adds code to each function, to keep its name.
 */
export function compiled(sources: readonly Source[]): Map<string, string> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  const scripts = sources.map(
    ({ path, content }) => [path.replace(/\.ts$/, '.js'), ts.transpile(content, options)] as const,
  )
  return new Map([...scripts, ['package.json', '{ "type": "module", "sideEffects": false }']])
}
