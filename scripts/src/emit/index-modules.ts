import { Code } from './code.js'
import { type Export, exportsOf, type Module } from './module.js'

/** `index.ts` of each layer, which exports all that is public in it, and the one above, which exports each layer as a namespace. */
export function indexModules(modules: readonly ModuleExports[]): readonly Module[] {
  const layers = [...new Set(modules.map(({ from }) => from.split('/')[0]!))]
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

function layerIndex(layer: string, modules: readonly ModuleExports[]): Module {
  const taken = new Map<string, string>()
  const declarations = modules.filter(({ from, names }) => from.startsWith(`${layer}/`) && names.length > 0)
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

/** The names that a module exports. */
export interface ModuleExports {
  /** Path of the module. */
  readonly from: string
  readonly names: readonly Export[]
}

/** The names that a module exports for all, as the index of its layer has them: one that is a value and a type is a value. */
export function publicExports({ path, declarations }: Module): ModuleExports {
  const names = declarations
    .filter(({ visibility }) => visibility === 'public')
    .flatMap((declaration) => exportsOf(declaration))
  const values = new Set(names.filter(({ typeOnly }) => !typeOnly).map(({ name }) => name))
  const unique = new Set(names.map(({ name }) => name))
  return { from: path, names: [...unique].map((name) => ({ name, typeOnly: !values.has(name) })) }
}
