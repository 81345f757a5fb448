import { type Declaration, type Module, operationsPath, schemaPath } from '../../emit/index.js'
import type { Alias, Model, NamedSchema, Operation } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { moduleDeclarations, publicNames, schemaDeclarations, sharedDeclarations } from './schema-module.js'
import { Facts } from './facts.js'
import { JsonSchemas } from './json-schema-modules.js'
import { Scope } from './scope.js'
import { type Root, SharedSchemas } from './shared-schemas.js'
import { temporalModules } from './temporal-module.js'

/** Validators: `isFoo`, `validateFoo`, `assertFoo` and `FooSchema` for each schema and for what each operation takes and returns. */
export const validators: Layer = { name: 'validators', needs: ['types'], build }

function* build(whole: Model): Generator<Module> {
  const model = { ...whole, operations: [...whole.operations, ...whole.webhooks] }
  const roots = rootsOf(model)
  const paths = new Map(roots.map(({ name, path }) => [name, path]))
  const facts = new Facts(new Map(roots.map(({ name, schema }) => [name, schema])))
  const shared = new SharedSchemas(roots, paths, facts)
  const jsonSchemas = new JsonSchemas(model)
  const groups = [...new Set(model.operations.map(({ group }) => group))]
  const allPaths = new Map([...paths, ...shared.paths])
  const scopeOf = (path: string) => new Scope(path, allPaths, facts, shared)
  const moduleOf = (path: string, schemas: readonly NamedSchema[]): Module => ({
    path,
    declarations: schemaDeclarations(schemas, scopeOf(path), jsonSchemas),
    locals,
  })
  for (const schema of model.schemas) yield moduleOf(schemaPath('validators', schema.file), [schema])
  for (const group of groups) {
    const operations = model.operations.filter((operation) => operation.group === group)
    const module = moduleOf(
      operationsPath('validators', group),
      operations.flatMap(({ shapes }) => shapes),
    )
    const aliases = operations.flatMap((it) => aliasDeclarations(it, paths))
    yield { ...module, declarations: [...aliases, ...module.declarations] }
  }
  yield* sharedModules(shared, scopeOf)
  yield* jsonSchemas.modules
  yield* temporalModules(model)
}

const locals = ['at', 'value']

/** The modules of shared schemas, which come last, as it has to be known which are in use. */
function sharedModules(shared: SharedSchemas, scopeOf: (path: string) => Scope): Module[] {
  const modules = new Map<string, { readonly scope: Scope; readonly declarations: Declaration[] }>()
  for (const it of shared.used) {
    const module = modules.get(it.path) ?? { scope: scopeOf(it.path), declarations: [] }
    modules.set(it.path, module)
    module.declarations.push(...sharedDeclarations(it, module.scope))
  }
  return [...modules].map(([path, { scope, declarations }]) => ({
    path,
    declarations: moduleDeclarations(declarations, scope),
    locals,
  }))
}

/** Every named schema, and the module of its functions. */
function rootsOf({ schemas, operations }: Model): Root[] {
  const ofSchemas = schemas.map(({ name, schema, file }) => ({
    name,
    schema,
    path: schemaPath('validators', file),
    isOfOperation: false,
  }))
  const ofOperations = operations.flatMap(({ group, shapes }) =>
    shapes.map(({ name, schema }) => ({
      name,
      schema,
      path: operationsPath('validators', group),
      isOfOperation: true,
    })),
  )
  return [...ofSchemas, ...ofOperations]
}

/** What the operation calls by a name of its own, exported under that name. */
function aliasDeclarations(operation: Operation, paths: ReadonlyMap<string, string>): Declaration[] {
  const aliases = [operation.params, operation.bodyAlias, operation.responseAlias, operation.errorAlias]
  return aliases
    .filter((alias): alias is Alias => alias !== undefined && alias.name !== alias.target)
    .map(({ name, target }) => {
      const originals = publicNames(target)
      const names = publicNames(name).map((exported, index) => ({
        name: exported,
        of: originals[index]!,
        typeOnly: false,
      }))
      return { kind: 're-export', visibility: 'public', from: paths.get(target)!, names }
    })
}
