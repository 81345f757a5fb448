import type { OperationDraft } from './operation-draft.js'
import { type Source, warn } from './source.js'

/**
 * Warns of operations that no request can tell apart: of one method, and of one path once it is behind its server's (OpenAPI 3.1.1,
 * 4.8.8.2). A caller can use each of them, as some APIs tell by the value of a parameter what is meant.
 */
export function remarkOnEqualRequests(drafts: readonly OperationDraft[], root: Source): void {
  const seen = new Map<string, OperationDraft>()
  for (const draft of drafts) {
    const { method, server = '', prefix, requestPath, requestQuery, pointer } = draft
    const query = requestQuery === undefined ? '' : `?${requestQuery}`
    const request = `${method.toUpperCase()} ${server.replace(/\/+$/, '')}${prefix}${requestPath}${query}`
    const shape = request.replaceAll(/\{[^{}]*\}/g, '{}')
    const earlier = seen.get(shape)
    if (earlier === undefined) seen.set(shape, draft)
    else {
      warn(
        { ...root, pointer },
        `The requests of "${draft.operationId}" and "${earlier.operationId}" are the same: ${request}`,
        'Tell their paths apart by a fixed part, or their servers; the server layer gives such a request to the first',
      )
    }
  }
}
