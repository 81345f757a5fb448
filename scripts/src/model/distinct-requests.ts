import type { OperationDraft } from './operation-draft.js'
import { fail, type Source } from './source.js'

/** Refuses operations that no request can tell apart: of one method, and of one path once it is behind its server's. */
export function requireDistinctRequests(drafts: readonly OperationDraft[], root: Source): void {
  const seen = new Map<string, OperationDraft>()
  for (const draft of drafts) {
    const { method, server = '', prefix, path, pointer } = draft
    const request = `${method.toUpperCase()} ${server.replace(/\/+$/, '')}${prefix}${path}`
    const shape = request.replaceAll(/\{[^{}]*\}/g, '{}')
    const earlier = seen.get(shape)
    if (earlier === undefined) seen.set(shape, draft)
    else {
      fail(
        { ...root, pointer },
        `The requests of "${draft.operationId}" and "${earlier.operationId}" are the same: ${request}`,
        'Tell their paths apart by a fixed part, or their servers',
      )
    }
  }
}
