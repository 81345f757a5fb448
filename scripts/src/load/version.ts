import { isJsonObject, own, type JsonObject, type JsonValue } from '../json.js'
import { describe, quote } from './describe.js'
import { failure, type Failure } from './problem.js'

/** The versions of OpenAPI that are read. */
export type Version = '3.0' | '3.1'

/** Finds the version of a document, or says why it cannot be read. */
export function detectVersion(document: JsonValue): { version: Version; document: JsonObject } | Failure {
  if (!isJsonObject(document)) {
    return failure(
      `${describe(document)} is no OpenAPI document`,
      `An OpenAPI document is an object. ${SUPPORTED}`,
    )
  }
  const openapi = own(document, 'openapi')
  const swagger = own(document, 'swagger')
  if (openapi === undefined && swagger !== undefined) {
    const hint = 'Convert it to OpenAPI 3.0, for example with `npx swagger2openapi`.'
    return failure('this is a Swagger document, and not one of OpenAPI 3', hint)
  }
  if (openapi === undefined) {
    const hint = 'Begin the document with `openapi: 3.1.0`.'
    return failure('`openapi` is missing, so this is no OpenAPI document', hint)
  }
  if (typeof openapi !== 'string') {
    const hint =
      typeof openapi === 'number' ? 'Put the version between quotes: `openapi: "3.1.0"`.' : SUPPORTED
    return failure(`\`openapi\` must be a string, found ${describe(openapi)}`, hint)
  }
  const [, version] = /^(3\.[01])(?:\.\d+(?:-.+)?)?$/.exec(openapi) ?? []
  if (version === '3.0' || version === '3.1') return { version, document }
  return failure(`OpenAPI ${quote(openapi)} is not supported`, SUPPORTED)
}

const SUPPORTED = 'OpenAPI 3.0.x and 3.1.x are read.'
