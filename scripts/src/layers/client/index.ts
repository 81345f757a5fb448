import { codecNames } from '../../codec-code.js'
import type { Declaration, Module } from '../../emit/index.js'
import type { Model } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { clientModule } from './client-module.js'
import { operationFunction } from './operation-function.js'
import { resultType } from './result-type.js'
import { credentialSchemes, securityFact } from './security.js'

/** A function for each operation, on openapi-fetch, in a module for each tag. */
export const client: Layer = { name: 'client', needs: ['types'], build }

function build(model: Model): readonly Module[] {
  const own = new Set(model.operations.flatMap(({ shapes }) => shapes.map(({ name }) => name)))
  const schemes = credentialSchemes(model)
  const codecs = codecNames(model)
  const groups = new Map<string, Declaration[]>()
  for (const operation of model.operations) {
    const security = securityFact(operation, schemes)
    const declarations = [resultType(operation, own), operationFunction(operation, own, { security, codecs })]
    groups.set(operation.group, [...(groups.get(operation.group) ?? []), ...declarations])
  }
  return [
    clientModule(model, schemes, groups),
    ...[...groups].map(([group, declarations]) => ({ path: `client/${group}.ts`, declarations })),
  ]
}
