import { ConfigurationError } from '../errors/configuration-error.js'
import { keyFor } from '../key.js'
import type { SessionRequestOptions } from '../options.js'
import type { Settings } from '../settings.js'
import { proxyPath, proxySegment } from './proxy-path.js'

/** Where a request to a session goes. */
export interface SessionPath {
  readonly agentName: string
  readonly sessionId: string
  /** Path of the bot's own web server. */
  readonly path: string
}

/** What is sent to a session, as often as need be. */
export interface ProxyRequest {
  readonly operation: string
  readonly settings: Settings
  readonly method: string
  readonly url: string
  readonly content: Content
}

/** The URL of a request to a session. */
export function proxyUrl(
  { baseUrl, redact }: Settings,
  { agentName, sessionId, path }: SessionPath,
  query: SessionRequestOptions['query'] = {},
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((item) => [name, String(item)]),
  )
  const search = entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
  const [agent, session] = [agentName, sessionId].map((name) => proxySegment(name, redact))
  return `${baseUrl.replace(/\/+$/, '')}/public/${agent}/sessions/${session}/${proxyPath(path, redact)}${search}`
}

/**
 * Makes the request, which bears no signal: one of its own would be lost with it, and with the signal the way to end the response.
 * @throws ConfigurationError if there is no public key, or no request can carry the content.
 */
export function proxyRequest({ operation, settings, method, url, content }: ProxyRequest): Request {
  const key = keyFor(settings.keys, 'public', operation)
  const headers = new Headers(content.headers)
  for (const [name, value] of Object.entries(settings.headers)) {
    if (value === null) headers.delete(name)
    else headers.set(name, value)
  }
  headers.set('authorization', key.authorization())
  const { body } = content
  try {
    return new Request(url, {
      method,
      headers,
      // A redirect that is followed could carry the key to another server.
      redirect: 'manual',
      ...(body !== undefined && { body }),
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    })
  } catch (error) {
    throw unsendable(operation, error, settings)
  }
}

/** The body of a request, and the headers that come with it. */
export interface Content {
  readonly body?: BodyInit
  readonly headers?: Record<string, string>
}

/**
 * What `fetch` takes is sent as it is, anything else as JSON.
 * @throws ConfigurationError if it cannot be written as JSON.
 */
export function contentOf(operation: string, body: unknown, settings: Settings): Content {
  if (body === undefined) return {}
  if (isBodyInit(body)) return { body }
  try {
    return { body: toJson(body), headers: { 'content-type': 'application/json' } }
  } catch (error) {
    throw unsendable(operation, error, settings)
  }
}

function toJson(value: unknown): string {
  // `undefined` where the value is a function or a symbol.
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`a ${typeof value} cannot be written as JSON`)
  return text
}

const BODIES = [ReadableStream, Blob, FormData, URLSearchParams, ArrayBuffer]

function isBodyInit(value: unknown): value is BodyInit {
  return (
    typeof value === 'string' || ArrayBuffer.isView(value) || BODIES.some((type) => value instanceof type)
  )
}

function unsendable(operation: string, error: unknown, { redact }: Settings): ConfigurationError {
  const reason = error instanceof Error ? error.message : String(error)
  return new ConfigurationError(`The request of ${operation} cannot be sent: ${redact(reason)}`)
}
