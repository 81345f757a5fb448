import {
  MalformedResponseError,
  type RequestOptions,
  ResponseTooLargeError as TooLarge,
} from '../../generated/client/index.js'
import type { Outcome } from '../../generated/runtime/client/result.js'
import { noResponse } from './no-response.js'
import { RequestValidationError } from '../errors/request-validation-error.js'
import { ResponseTooLargeError } from '../errors/response-too-large-error.js'
import type { ApiKey } from '../key.js'
import { redactHeaders, redactValue } from '../redact.js'
import type { Settings } from '../settings.js'
import { emitRequest, emitResponse, type Sending } from './hooks.js'
import { safeCause } from './safe-cause.js'

/** What is sent, and to whom. */
export interface Outgoing extends Sending {
  readonly key: ApiKey
  readonly settings: Settings
}

/** A response that was read to its end, the keys taken out of it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON, text, or `undefined` when it is empty. */
  readonly body: unknown
}

/**
 * Sends a request and reads the response to its end.
 * @throws RequestValidationError if the request cannot be sent, ConnectionError if there is no whole response,
 * ResponseTooLargeError if there is too much of it.
 */
export async function exchange(
  outgoing: Outgoing,
  send: (init: RequestOptions) => Promise<Outcome>,
): Promise<Answer> {
  const { operation, settings } = outgoing
  const { redact } = settings
  let sent: Request | undefined
  const start = performance.now()
  const init = requestOptions(outgoing, (request) => {
    sent = request
  })
  try {
    const { response, body } = await outcome(send(init))
    // What comes too late, from a `fetch` that does not heed its signal, is for nobody.
    outgoing.attempt.signal.throwIfAborted()
    const headers = redactHeaders(response.headers, redact)
    emitResponse(outgoing, sent, { status: response.status, headers, duration: performance.now() - start })
    return { status: response.status, headers, body: redactValue(body, redact) }
  } catch (error) {
    if (error instanceof TooLarge) throw new ResponseTooLargeError(operation, error.limit)
    const cause = safeCause(error, redact)
    if (sent !== undefined) throw noResponse(operation, cause)
    throw new RequestValidationError(operation, [unsendable(cause.message)])
  }
}

/** `onSent` is told the request when `fetch` gets it. */
function requestOptions(outgoing: Outgoing, onSent: (request: Request) => void): RequestOptions {
  const { baseUrl, headers, maxResponseBytes, fetch = globalThis.fetch } = outgoing.settings
  return {
    baseUrl,
    headers: { ...headers, authorization: outgoing.key.authorization() },
    // A redirect that is followed could carry the key to another server.
    redirect: 'manual',
    maxResponseBytes,
    fetch: (request) => {
      onSent(request)
      emitRequest(outgoing, request)
      return fetch(request, { signal: outgoing.attempt.signal })
    },
  }
}

/** The response and what it holds; text for what should be JSON and is not, for the validation to judge. */
async function outcome(sending: Promise<Outcome>): Promise<{ response: Response; body: unknown }> {
  try {
    const { response, data, error } = await sending
    return { response, body: data ?? error }
  } catch (error) {
    if (!(error instanceof MalformedResponseError)) throw error
    return { response: error.response, body: error.excerpt }
  }
}

/** A value that passed the validation, or was spared it, and that no request can carry: `..` in a path, a cycle in a body. */
function unsendable(message: string) {
  return { path: [], pointer: '', keyword: 'type', message: `cannot be sent: ${message}`, schemaPath: '' }
}
