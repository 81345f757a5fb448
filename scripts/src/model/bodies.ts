import type { JsonObject } from '../json.js'
import { type ContentDraft, readContents } from './contents.js'
import type { OperationSource } from './operation-sources.js'
import { resolve } from './reference.js'
import type { ReferenceTable } from './reference-table.js'
import { readResponseHeaders, type ResponseHeaderDraft } from './response-headers.js'
import { defined, fail, flagMember, member, membersOf, type Source, textMember, warn } from './source.js'
import type { Method, Outcome, RequestBody, Response } from './types.js'

/** A request body with unnamed contents. */
export interface RequestBodyDraft extends Omit<RequestBody, 'contents'> {
  readonly contents: readonly ContentDraft[]
}

/** A response with unnamed contents. */
export interface ResponseDraft extends Omit<Response, 'contents' | 'headers'> {
  readonly headers: readonly ResponseHeaderDraft[]
  readonly contents: readonly ContentDraft[]
}

/** The request body of an operation, if it has one with content (OpenAPI 3.1, 4.8.13). */
export function readRequestBody(
  { source }: OperationSource,
  references: ReferenceTable,
): RequestBodyDraft | undefined {
  const body = resolve(member(source, 'requestBody'))
  if (body === undefined) return undefined
  const contents = readContents(body, 'request', references)
  if (contents.length === 0) return undefined
  return {
    required: flagMember(body, 'required'),
    ...defined({ description: textMember(body, 'description') }),
    contents,
    pointer: body.pointer,
  }
}

/** The responses of an operation, in document order (4.8.16). */
export function readResponses(operation: OperationSource, references: ReferenceTable): ResponseDraft[] {
  const responses = membersOf(operation.source, 'responses').filter(([status]) => !status.startsWith('x-'))
  const hasSuccess = responses.some(([status]) => status.startsWith('2'))
  return responses.flatMap(([status, place]) => {
    if (!/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(status)) {
      fail(place, `${JSON.stringify(status)} is no status code, range such as 4XX, or "default"`)
    }
    const response = resolve(place)
    if (response === undefined) return []
    return [
      {
        status,
        outcome: outcomeOf(status, hasSuccess),
        description: textMember(response, 'description') ?? '',
        headers: readResponseHeaders(response, references),
        contents: hasBody(status, operation.method)
          ? readContents(response, 'response', references)
          : noContents(response, status),
        pointer: response.pointer,
      },
    ]
  })
}

/** Whether HTTP lets a response have a body (RFC 9110, 6.4.1). */
function hasBody(status: string, method: Method): boolean {
  return method !== 'head' && !['204', '205', '304'].includes(status)
}

function noContents(response: Source<JsonObject>, status: string): [] {
  const content = member(response, 'content')
  if (content !== undefined) {
    warn(content, `The content is ignored: HTTP lets this response, of status ${status}, have no body`)
  }
  return []
}

function outcomeOf(status: string, hasSuccess: boolean): Outcome {
  if (status.startsWith('2')) return 'success'
  return status === 'default' && !hasSuccess ? 'either' : 'error'
}
