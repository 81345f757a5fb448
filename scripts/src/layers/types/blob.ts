import ts from 'typescript'
import { isBlobSchema } from '../../blob-schema.js'
import type { JsonValue } from '../../json.js'

/** The type of bytes, for which neither OpenAPI nor openapi-typescript has one that is not a string. */
export function blob(schema: unknown): ts.TypeNode | undefined {
  // What openapi-typescript hands out is the JSON that it was given, `true` as well.
  const isBlob = isBlobSchema(schema as JsonValue)
  return isBlob ? ts.factory.createTypeReferenceNode('Blob') : undefined
}
