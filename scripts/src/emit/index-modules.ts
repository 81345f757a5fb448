import { Code } from './code.js'
import { type Export, exportsOf, type Module } from './module.js'

/** `index.ts` of each layer, which exports all that is public in it, and the one above, which exports each layer as a namespace. */
export function indexModules(modules: readonly Module[]): readonly Module[] {
  const layers = [...new Set(modules.map(({ path }) => path.split('/')[0]!))]
  const root: Module = {
    path: 'index.ts',
    declarations: [
      {
        kind: 'printed',
        visibility: 'public',
        exports: [],
        // The names of the layers are the toolkit's own.
        code: Code.trusted(
          layers.map((layer) => `export * as ${layer} from './${layer}/index.js'`).join('\n'),
        ),
      },
    ],
  }
  return [...layers.map((layer) => layerIndex(layer, modules)), root]
}

function layerIndex(layer: string, modules: readonly Module[]): Module {
  const taken = new Map<string, string>()
  const declarations = modules
    .filter(({ path }) => path.startsWith(`${layer}/`))
    .map((module) => ({ from: module.path, names: publicExports(module) }))
    .filter(({ names }) => names.length > 0)
  for (const { from, names } of declarations) {
    for (const { name } of names) {
      const other = taken.get(name)
      if (other !== undefined) throw new Error(`Both ${other} and ${from} export ${name}`)
      taken.set(name, from)
    }
  }
  return {
    path: `${layer}/index.ts`,
    declarations: declarations.map((it) => ({ kind: 're-export', visibility: 'public', ...it })),
  }
}

function publicExports(module: Module): Export[] {
  return module.declarations
    .filter(({ visibility }) => visibility === 'public')
    .flatMap((declaration) => exportsOf(declaration))
    .map(({ name, typeOnly }) => ({ name, typeOnly }))
}
