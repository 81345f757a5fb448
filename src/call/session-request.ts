import { apiErrorOf } from '../errors/api-error-of.js'
import type { ApiError } from '../errors/api-error.js'
import { ConfigurationError } from '../errors/configuration-error.js'
import type { SessionRequestOptions } from '../options.js'
import { callSettings } from '../settings.js'
import type { WithResponse } from './api-promise.js'
import { type Attempt, attempts } from './attempts.js'
import type { Connection } from './call.js'
import { emit, emitRequest, emitResponse } from './hooks.js'
import { noResponse } from './no-response.js'
import { contentOf, type ProxyRequest, proxyRequest, proxyUrl, type SessionPath } from './proxy-request.js'
import { responseInfo } from './response-info.js'
import { safeCause } from './safe-cause.js'

/** The methods that reach a bot, and whether a second request does no more than the first (RFC 9110, 9.2.2). */
const METHODS = {
  GET: true,
  HEAD: true,
  OPTIONS: true,
  PUT: true,
  DELETE: true,
  POST: false,
  PATCH: false,
} as const

/** What is said by the platform before the bot, which may be over with the next request. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 502, 503, 504])

/**
 * Sends a request to the web server of a bot, and gives its response as it is: any status, and a body that is read by the caller.
 * The time limit is that of the headers.
 * @throws ConfigurationError, ConnectionError, TimeoutError, or the reason of a signal.
 */
export async function requestSession(
  { client, settings: base }: Connection,
  to: SessionPath,
  options: SessionRequestOptions,
): Promise<Response> {
  const { method = 'GET', query, body, ...callOptions } = options
  if (!Object.hasOwn(METHODS, method)) {
    throw new ConfigurationError(`\`method\` must be one of ${Object.keys(METHODS).join(', ')}`)
  }
  const given = callSettings(base, callOptions)
  // A stream can be read once.
  const settings =
    body instanceof ReadableStream ? { ...given, retries: { ...given.retries, limit: 0 } } : given
  const operation = `sessionProxy${method[0]}${method.slice(1).toLowerCase()}`
  const content = contentOf(operation, body, settings)
  const request = { operation, settings, method, url: proxyUrl(settings, to, query), content }
  const endpoint = { operation, idempotent: METHODS[method] }
  const call = Symbol(operation)
  const start = performance.now()
  // What the platform answers in passing is a reason to try again, and the answer itself when there is nothing left to try.
  let refused: Refused | undefined
  try {
    const { data } = await attempts(
      { call, client, endpoint, input: undefined, settings },
      async (attempt) => {
        discard(refused?.response)
        refused = undefined
        const answer = await exchange(request, attempt)
        refused = refusedBy(operation, answer)
        if (refused !== undefined) throw refused.error
        return answer
      },
    )
    return data
  } catch (error) {
    if (refused !== undefined && error === refused.error) return refused.response
    discard(refused?.response)
    emit(settings, 'onError', { call, operation, error, duration: performance.now() - start })
    throw error
  }
}

interface Refused {
  readonly error: ApiError
  readonly response: Response
}

function refusedBy(
  operation: string,
  { data: response, response: { status, headers } }: WithResponse<Response>,
): Refused | undefined {
  if (!PASSING.has(status)) return undefined
  return { error: apiErrorOf({ operation, status, headers, body: undefined }), response }
}

/** Gives the response as it is, and its status and headers with the keys taken out of them. */
async function exchange(outgoing: ProxyRequest, attempt: Attempt): Promise<WithResponse<Response>> {
  const { operation, settings } = outgoing
  const { fetch = globalThis.fetch, redact, signals } = settings
  const sending = { operation, settings, attempt }
  const request = proxyRequest(outgoing)
  // The body is read after the attempt is over, and still ends with the caller's signals.
  const signal = AbortSignal.any([attempt.signal, ...signals])
  const start = performance.now()
  emitRequest(sending, request)
  try {
    const response = await fetch(request, { signal })
    // Nobody waits any longer for what comes too late.
    if (signal.aborted) discard(response)
    signal.throwIfAborted()
    const info = responseInfo(response, redact)
    emitResponse(sending, request, info, start)
    return { data: response, response: info }
  } catch (error) {
    throw noResponse(operation, safeCause(error, redact))
  }
}

/** Lets go of a connection whose response is not wanted; that it broke by itself changes nothing. */
function discard(response: Response | undefined): void {
  void response?.body?.cancel().catch(() => undefined)
}
