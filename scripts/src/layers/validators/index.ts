import { type Declaration, type Module, operationsPath, schemaPath } from '../../emit/index.js'
import type { Alias, Model, NamedSchema, Operation } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { publicNames, schemaDeclarations } from './schema-module.js'
import { type NamedValidator, Scope } from './scope.js'

/** Validators: `isFoo`, `validateFoo`, `assertFoo` and `FooSchema` for each schema and for what each operation takes and returns. */
export const validators: Layer = { name: 'validators', needs: ['types'], build }

function build(model: Model): readonly Module[] {
  const named = namedValidators(model)
  const groups = [...new Set(model.operations.map(({ group }) => group))]
  return [
    ...model.schemas.map((schema) => schemaModule(schemaPath('validators', schema.file), [schema], named)),
    ...groups.map((group) => operationsModule(group, model, named)),
  ]
}

function namedValidators({ schemas, operations }: Model): Map<string, NamedValidator> {
  const ofSchemas = schemas.map(({ name, file, schema }) => {
    const path = schemaPath('validators', file)
    return [name, { path, schema }] as const
  })
  const ofOperations = operations.flatMap(({ group, shapes }) =>
    shapes.map(({ name, schema }) => [name, { path: operationsPath('validators', group), schema }] as const),
  )
  return new Map([...ofSchemas, ...ofOperations])
}

function schemaModule(
  path: string,
  schemas: readonly NamedSchema[],
  named: ReadonlyMap<string, NamedValidator>,
): Module {
  return { path, declarations: schemaDeclarations(schemas, new Scope(path, named)), locals: ['at'] }
}

function operationsModule(group: string, model: Model, named: ReadonlyMap<string, NamedValidator>): Module {
  const operations = model.operations.filter((operation) => operation.group === group)
  const { declarations, ...module } = schemaModule(
    operationsPath('validators', group),
    operations.flatMap(({ shapes }) => shapes),
    named,
  )
  return {
    ...module,
    declarations: [...operations.flatMap((it) => aliasDeclarations(it, named)), ...declarations],
  }
}

/** What the operation calls by a name of its own, exported under that name. */
function aliasDeclarations(operation: Operation, named: ReadonlyMap<string, NamedValidator>): Declaration[] {
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
      return { kind: 're-export', visibility: 'public', from: named.get(target)!.path, names }
    })
}
