import { apiErrorOf } from '../errors/api-error-of.js'
import type { ApiError } from '../errors/api-error.js'
import { ConfigurationError } from '../errors/configuration-error.js'
import { keyFor } from '../key.js'
import type { SessionRequestOptions } from '../options.js'
import { redactHeaders } from '../redact.js'
import { callSettings, type Settings } from '../settings.js'
import { type Attempt, attempts } from './attempts.js'
import type { Connection } from './call.js'
import { emit, emitRequest, emitResponse } from './hooks.js'
import { noResponse } from './no-response.js'
import { proxyPath, proxySegment } from './proxy-path.js'
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

/** Where a request to a session goes. */
export interface SessionPath {
  readonly agentName: string
  readonly sessionId: string
  /** Path of the bot's own web server. */
  readonly path: string
}

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
  const settings = callSettings(base, callOptions)
  const operation = `sessionProxy${method[0]}${method.slice(1).toLowerCase()}`
  const content = contentOf(body)
  const outgoing = { operation, settings, method, url: urlOf(settings.baseUrl, to, query), content }
  const idempotent = METHODS[method] && !(content.body instanceof ReadableStream)
  const call = Symbol(operation)
  const start = performance.now()
  // What the platform answers in passing is a reason to try again, and the answer itself when there is nothing left to try.
  let refused: { readonly error: ApiError; readonly response: Response } | undefined
  try {
    const { data } = await attempts(
      { call, client, endpoint: { operation, idempotent }, input: undefined, settings },
      async (attempt) => {
        void refused?.response.body?.cancel()
        refused = undefined
        const response = await exchange(outgoing, attempt)
        const { status, headers } = response
        if (!PASSING.has(status)) return { data: response, response }
        refused = { error: apiErrorOf({ operation, status, headers, body: undefined }), response }
        throw refused.error
      },
    )
    return data
  } catch (error) {
    if (refused !== undefined && error === refused.error) return refused.response
    emit(settings, 'onError', { call, operation, error, duration: performance.now() - start })
    throw error
  }
}

interface Outgoing {
  readonly operation: string
  readonly settings: Settings
  readonly method: string
  readonly url: string
  readonly content: Content
}

async function exchange(outgoing: Outgoing, attempt: Attempt): Promise<Response> {
  const { operation, settings, method, url, content } = outgoing
  const { fetch = globalThis.fetch, redact, signals } = settings
  const sending = { operation, settings, attempt }
  const key = keyFor(settings.keys, 'public', operation)
  const headers = new Headers(content.headers)
  for (const [name, value] of Object.entries(settings.headers)) if (value !== null) headers.set(name, value)
  headers.set('authorization', key.authorization())
  const request = new Request(url, {
    method,
    headers,
    // A redirect that is followed could carry the key to another server.
    redirect: 'manual',
    // The body is read after the attempt is over, and still ends with the caller's signals.
    signal: AbortSignal.any([attempt.signal, ...signals]),
    ...(content.body !== undefined && { body: content.body }),
    ...(content.body instanceof ReadableStream && { duplex: 'half' }),
  })
  const start = performance.now()
  emitRequest(sending, request)
  try {
    const response = await fetch(request, { signal: request.signal })
    const { status, headers: received } = response
    const duration = performance.now() - start
    emitResponse(sending, request, { status, headers: redactHeaders(received, redact), duration })
    return response
  } catch (error) {
    throw noResponse(operation, safeCause(error, redact))
  }
}

function urlOf(
  baseUrl: string,
  { agentName, sessionId, path }: SessionPath,
  query: SessionRequestOptions['query'] = {},
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((item) => [name, String(item)]),
  )
  const search = entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
  const [agent, session] = [agentName, sessionId].map((name) => proxySegment(name))
  return `${baseUrl.replace(/\/+$/, '')}/public/${agent}/sessions/${session}/${proxyPath(path)}${search}`
}

interface Content {
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
}

/** What `fetch` takes is sent as it is, anything else as JSON. */
function contentOf(body: unknown): Content {
  if (body === undefined) return {}
  return isBodyInit(body)
    ? { body }
    : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

const BODIES = [ReadableStream, Blob, FormData, URLSearchParams, ArrayBuffer]

function isBodyInit(value: unknown): value is BodyInit {
  return (
    typeof value === 'string' || ArrayBuffer.isView(value) || BODIES.some((type) => value instanceof type)
  )
}
