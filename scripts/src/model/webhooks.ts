import { camelCase } from './names.js'
import type { OperationDraft } from './operation-draft.js'
import type { WebhookSource } from './operation-sources.js'
import { member } from './source.js'
import type { Operation, Webhook } from './types.js'

/** A webhook or callback whose names are not settled yet. */
export interface WebhookDraft {
  readonly draft: OperationDraft
  /** Pointer of the operation that it is a callback of. */
  readonly callerPointer?: string
}

/** The draft of an operation that the API asks of others. It is sent wherever its receiver says, so servers mean nothing to it. */
export function webhookDraft({ source, caller }: WebhookSource, draft: OperationDraft): WebhookDraft {
  const { requestQuery: _, server: __, ...rest } = draft
  // What the document asks of all requests is about those to the API.
  const security = member(source, 'security') === undefined ? [] : draft.security
  return {
    draft: { ...rest, requestPath: draft.path, prefix: '', security },
    ...(caller && { callerPointer: caller.source.pointer }),
  }
}

/** The webhook of a draft, its names filled in. */
export function finishWebhook(
  operation: Operation,
  { callerPointer }: WebhookDraft,
  operationNames: ReadonlyMap<string, string>,
): Webhook {
  const caller = callerPointer === undefined ? undefined : operationNames.get(callerPointer)
  return { ...operation, ...(caller !== undefined && { callbackOf: camelCase(caller) }) }
}
