import { codecPath, codecNames, TEMPORAL_CODECS } from '../../codec-code.js'
import type { Module } from '../../emit/index.js'
import type { Model, NamedSchema, Operation } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { codecDeclaration, decodeDeclarations, stringifyExport } from './declarations.js'
import { temporalDeclarations } from './temporal.js'

/** What makes values in memory of JSON, for the schemas that have some which JSON does not have. */
export const codecs: Layer = { name: 'codecs', needs: ['types', 'validators'], build }

function* build(model: Model): Generator<Module> {
  const temporal = temporalDeclarations(model)
  if (temporal.length > 0) yield { path: TEMPORAL_CODECS, declarations: temporal }
  const names = codecNames(model)
  // Parameters are no JSON.
  const params = new Set(operationsOf(model).map((it) => it.params.target))
  for (const [path, schemas] of byModule(model)) {
    yield {
      path,
      declarations: schemas.flatMap((it) => [
        ...codecDeclaration(it, names, path),
        ...(params.has(it.name) ? [] : decodeDeclarations(it)),
      ]),
    }
  }
  yield { path: 'codecs/json.ts', declarations: [stringifyExport] }
}

function operationsOf({ operations, webhooks }: Model): Operation[] {
  return [...operations, ...webhooks]
}

/** The schemas that have a codec, by the module that holds it. */
function byModule(model: Model): ReadonlyMap<string, readonly NamedSchema[]> {
  const modules = new Map<string, NamedSchema[]>()
  for (const named of [...model.schemas, ...operationsOf(model).flatMap(({ shapes }) => shapes)]) {
    const path = codecPath(named)
    if (named.codec !== undefined) modules.set(path, [...(modules.get(path) ?? []), named])
  }
  return modules
}
