import { MalformedResponseError, type RequestOptions } from '../generated/client/index.js'
import type { Outcome } from '../generated/runtime/client/result.js'
import { ConnectionError } from './errors/connection-error.js'
import { RequestValidationError } from './errors/request-validation-error.js'
import { type Redact, redactHeaders, redactValue } from './redact.js'
import { causeMessage, safeCause } from './safe-cause.js'
import type { Settings } from './settings.js'

/** A response that was read to its end, the key taken out of it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON, text, or `undefined` when it is empty. */
  readonly body: unknown
}

/**
 * Sends a request and reads the response to its end.
 * @throws RequestValidationError if the request cannot be sent, ConnectionError if there is no whole response.
 */
export async function exchange(
  operation: string,
  { key, baseUrl, headers, fetch = globalThis.fetch }: Settings,
  signal: AbortSignal,
  send: (init: RequestOptions) => Promise<Outcome>,
): Promise<Answer> {
  let isSent = false
  const init: RequestOptions = {
    baseUrl,
    headers: { ...headers, authorization: key.authorization() },
    // A redirect that is followed could carry the key to another server.
    redirect: 'manual',
    signal,
    fetch: (request) => {
      isSent = true
      return fetch(request)
    },
  }
  try {
    const { response, data, error } = await send(init)
    return answer(response, data ?? error, key.redact)
  } catch (error) {
    if (error instanceof MalformedResponseError) return answer(error.response, error.excerpt, key.redact)
    const cause = safeCause(error, key.redact)
    if (isSent)
      throw new ConnectionError(operation, `${operation} got no response: ${causeMessage(cause)}`, cause)
    throw new RequestValidationError(operation, [unsendable(cause.message)])
  }
}

function answer({ status, headers }: Response, body: unknown, redact: Redact): Answer {
  return { status, headers: redactHeaders(headers, redact), body: redactValue(body, redact) }
}

/** A value that passed the validation, or was spared it, and that no request can carry: `..` in a path, a cycle in a body. */
function unsendable(message: string) {
  return { path: [], pointer: '', keyword: 'type', message: `cannot be sent: ${message}`, schemaPath: '' }
}
