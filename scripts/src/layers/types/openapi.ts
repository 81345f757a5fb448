import { type GlobalContext, type OpenAPI3, resolveRef, transformSchema } from 'openapi-typescript'
import ts from 'typescript'
import { fromNodes, type Module } from '../../emit/index.js'
import type { Model } from '../../model/types.js'
import { withInheritedProperties } from './inherited-properties.js'
import type { MutableObject } from './mutable.js'
import { finishNodes } from './nodes.js'
import { openEnum } from './open-enum.js'
import type { PreparedDocument } from './prepared-document.js'
import { tuple } from './tuple.js'
import { valueType, valueTypes } from './values.js'

/** The module with what openapi-typescript prints. */
export const OPENAPI = 'types/openapi.ts'

/** What users of openapi-typescript know; it prints more, which says nothing here. */
const EXPORTS = ['paths', 'components', 'operations']

/** What openapi-typescript prints of a document: `paths`, `components` and `operations`. */
export function openapiModule(
  { document, codec }: PreparedDocument,
  model: Pick<Model, 'temporal' | 'values'>,
): Module {
  // The document has the members that openapi-typescript reads; it was prepared for that.
  const nodes = transformSchema(document as Partial<OpenAPI3> as OpenAPI3, context(document))
  return {
    path: OPENAPI,
    declarations: [
      ...valueTypes(model),
      {
        kind: 'printed',
        visibility: 'public',
        code: fromNodes(finishNodes(nodes.filter(isWanted), codec)),
        exports: EXPORTS.map((name) => ({ name, typeOnly: true })),
      },
    ],
  }
}

/** Whether a statement is one of `EXPORTS` or a helper of them. */
function isWanted(node: ts.Node): boolean {
  const isNamed = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  return !isNamed || !['webhooks', '$defs'].includes(node.name.text)
}

/**
 * The options of openapi-typescript. Types say what validators check, so a default does not make a property required, an object
 * of which nothing is said may hold anything, and a discriminator, which OpenAPI calls a hint (3.1, 4.8.25), changes nothing.
 * One thing they say that validators do not: who lists properties means an object, also without `type`, as which JSON Schema lets
 * any other value pass (Validation 6.5).
 */
function context(document: MutableObject): GlobalContext {
  // The same references come again and again, and the document does not change.
  const known = new Map<string, MutableObject | undefined>()
  const follow = (reference: string) => {
    if (!known.has(reference)) {
      known.set(reference, resolveRef<MutableObject>(document, reference, { silent: true }))
    }
    return known.get(reference)
  }
  const resolve = <T>(reference: string) => {
    const target = follow(reference)
    // Its callers say what they look for; the document has it there.
    return target && (withInheritedProperties(target, follow) as T)
  }
  const options: Omit<GlobalContext, 'redoc'> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema, at) => valueType(schema) ?? openEnum(schema) ?? tuple(schema, at),
    transformProperty: undefined,
  }
  // Its configuration of Redocly is for loading alone.
  return options as GlobalContext
}
