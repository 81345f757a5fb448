import type { JsonObject } from '../json.js'
import { readRequestBody, type RequestBodyDraft, readResponses, type ResponseDraft } from './bodies.js'
import { fileName, pascalCase } from './names.js'
import type { OperationSource } from './operation-sources.js'
import { type ParameterDraft, readParameters } from './parameters.js'
import type { ReferenceTable } from './reference-table.js'
import { requestTarget } from './request-target.js'
import { readSecurity } from './security.js'
import { readOperationServer } from './servers.js'
import { defined, fail, flagMember, items, member, type Source, textMember } from './source.js'
import type { Operation, SecurityScheme } from './types.js'

/** An operation whose names, and those of its schemas, are not settled yet. */
export interface OperationDraft extends Pick<
  Operation,
  | 'operationId'
  | 'method'
  | 'path'
  | 'requestPath'
  | 'requestQuery'
  | 'prefix'
  | 'server'
  | 'tag'
  | 'group'
  | 'summary'
  | 'description'
  | 'deprecated'
  | 'security'
  | 'pointer'
> {
  readonly parameters: readonly ParameterDraft[]
  readonly body?: RequestBodyDraft
  readonly responses: readonly ResponseDraft[]
}

/** Group of the operations that have no tag. */
const UNTAGGED = 'default'

/** Reads an Operation Object (OpenAPI 3.1, 4.8.10). */
export function readOperation(
  operation: OperationSource,
  root: Source<JsonObject>,
  schemes: readonly SecurityScheme[],
  references: ReferenceTable,
): OperationDraft {
  const { path, method, source } = operation
  const tag = readTag(source)
  const parameters = readParameters(operation, references)
  return {
    operationId:
      textMember(source, 'operationId') ?? fail(source, 'The operation must have an "operationId"') ?? '',
    method,
    path,
    ...requestTarget(path, parameters),
    ...readOperationServer(operation, root),
    group: tag === undefined ? UNTAGGED : fileName(pascalCase(tag)),
    deprecated: flagMember(source, 'deprecated'),
    ...defined({
      tag,
      summary: textMember(source, 'summary'),
      description: textMember(source, 'description'),
      body: readRequestBody(operation, references),
    }),
    parameters,
    responses: readResponses(operation, references),
    security: readSecurity(source, root, schemes),
    pointer: source.pointer,
  }
}

function readTag(source: Source<JsonObject>): string | undefined {
  const [first] = items(member(source, 'tags'))
  if (first === undefined) return undefined
  return typeof first.value === 'string' ? first.value : fail(first, 'A tag must be a string')
}
