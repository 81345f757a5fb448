import {
  MalformedResponseError,
  type RequestOptions,
  ResponseTooLargeError as TooLarge,
} from '../../generated/client/index.js'
import type { Outcome } from '../../generated/runtime/client/result.js'
import { RequestValidationError } from '../errors/request-validation-error.js'
import { ResponseTooLargeError } from '../errors/response-too-large-error.js'
import type { ApiKey } from '../key.js'
import { redactValue } from '../redact.js'
import type { Settings } from '../settings.js'
import type { ResponseInfo } from './api-promise.js'
import { emitRequest, emitResponse, type Sending } from './hooks.js'
import { noResponse } from './no-response.js'
import { responseInfo } from './response-info.js'
import { safeCause } from './safe-cause.js'

/** What is sent, and to whom. */
export interface Outgoing extends Sending {
  readonly key: ApiKey
  readonly settings: Settings
}

/** A response that was read to its end, the keys taken out of it. */
export interface Answer {
  readonly response: ResponseInfo
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
  let sent: Request | undefined
  const start = performance.now()
  const init = requestOptions(outgoing, (request) => {
    sent = request
  })
  const received = (response: Response, body: unknown): Answer => {
    // What comes too late, from a `fetch` that does not heed its signal, is for nobody.
    outgoing.attempt.signal.throwIfAborted()
    const info = responseInfo(response, settings.redact)
    emitResponse(outgoing, sent, info, start)
    return { response: info, body: redactValue(body, settings.redact) }
  }
  try {
    const { response, data, error } = await send(init)
    return received(response, data ?? error)
  } catch (error) {
    // Text for what should be JSON and is not, for the validation to judge.
    if (error instanceof MalformedResponseError) {
      return received(error.response, settings.redact.trimmed(settings.redact(error.excerpt)))
    }
    if (error instanceof TooLarge) throw new ResponseTooLargeError(operation, error.limit)
    const cause = safeCause(error, settings.redact)
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

/** A value that passed the validation, or was spared it, and that no request can carry: `..` in a path, a cycle in a body. */
function unsendable(message: string) {
  return { path: [], pointer: '', keyword: 'type', message: `cannot be sent: ${message}`, schemaPath: '' }
}
