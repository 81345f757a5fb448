import { type Declaration, type Module, operationsPath, schemaPath } from '../../emit/index.js'
import type { Alias, Model, NamedSchema, Operation } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { publicNames, schemaDeclarations } from './schema-module.js'
import { Facts } from './facts.js'
import { JsonSchemas } from './json-schema-modules.js'
import { Scope } from './scope.js'

/** Validators: `isFoo`, `validateFoo`, `assertFoo` and `FooSchema` for each schema and for what each operation takes and returns. */
export const validators: Layer = { name: 'validators', needs: ['types'], build }

function* build(whole: Model): Generator<Module> {
  const model = { ...whole, operations: [...whole.operations, ...whole.webhooks] }
  const paths = modulePaths(model)
  const facts = new Facts(new Map(allSchemas(model).map(({ name, schema }) => [name, schema])))
  const jsonSchemas = new JsonSchemas(model)
  const groups = [...new Set(model.operations.map(({ group }) => group))]
  const moduleOf = (path: string, schemas: readonly NamedSchema[]): Module => ({
    path,
    declarations: schemaDeclarations(schemas, new Scope(path, paths, facts), jsonSchemas),
    locals: ['at', 'value'],
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
  yield* jsonSchemas.modules
}

function allSchemas({ schemas, operations }: Model): NamedSchema[] {
  return [...schemas, ...operations.flatMap(({ shapes }) => shapes)]
}

/** The module of each named schema's validators. */
function modulePaths({ schemas, operations }: Model): Map<string, string> {
  const ofSchemas = schemas.map(({ name, file }) => [name, schemaPath('validators', file)] as const)
  const ofOperations = operations.flatMap(({ group, shapes }) =>
    shapes.map(({ name }) => [name, operationsPath('validators', group)] as const),
  )
  return new Map([...ofSchemas, ...ofOperations])
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
