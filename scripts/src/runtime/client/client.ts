import createFetchClient, { type Client as FetchClient } from 'openapi-fetch'
import type { Input, Operation } from './operation.js'

/** Options of one call. Whatever else `fetch` takes, `signal` or `credentials`, is handed on to it. */
export interface RequestOptions extends Omit<RequestInit, 'method' | 'body' | 'headers' | 'window'> {
  /**
   * URL that paths are appended to: absolute, except in a browser, and with neither a query nor variables in braces. That of a
   * client stands for the document's server: it does not move operations that the document says are on another.
   */
  readonly baseUrl?: string | undefined
  /** Called in place of the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Header fields to add; `null` takes one away that would be sent without it. */
  readonly headers?: Headers | Readonly<Record<string, string | null | undefined>> | undefined
  /**
   * Largest body of a response that is read, in bytes after decompression; what is larger is a {@link ResponseTooLargeError}.
   * @default Infinity
   */
  readonly maxResponseBytes?: number | undefined
}

/** Options of every call of a client, whatever its server. Those of a call take precedence; headers are merged. */
export type ClientOptions = RequestOptions

/** Method of an operation. */
export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'

/** What the function of each operation takes first. */
export type Client = Pick<FetchClient<AnyPaths>, 'request'> &
  Pick<ClientOptions, 'fetch' | 'maxResponseBytes'> & { readonly authorize?: Authorize }

/** Adds to a call the credentials that its operation needs. */
type Authorize = (
  operation: Operation,
  input: Input,
  options: RequestOptions,
) => Promise<{ readonly input: Input; readonly options: RequestOptions }>

/**
 * An API of which nothing is known, for openapi-fetch. The emitted functions have the document's types already; to infer them
 * from all paths at each call would make an editor slow where there are many.
 */
type AnyPaths = Record<string, Record<HttpMethod, AnyOperation>>

interface AnyOperation {
  parameters: {
    path?: Record<string, unknown>
    query?: Record<string, unknown>
    header?: Record<string, string>
  }
  requestBody?: { content: { 'application/json': unknown } }
  responses: { default: { content: { 'application/json': unknown } } }
}

/** Makes a client. No connection is opened before the first call. */
export function openClient(options: ClientOptions): Client {
  const { request } = createFetchClient<AnyPaths>(given(options))
  return { request, fetch: options.fetch, maxResponseBytes: options.maxResponseBytes }
}

/** Options as openapi-fetch takes them, whose types do not allow `undefined` for an option that is not given. */
function given({ baseUrl, fetch, headers, ...init }: RequestOptions) {
  return {
    ...init,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(fetch !== undefined && { fetch }),
    ...(headers !== undefined && { headers: fieldsOf(headers) }),
  }
}

/** Header fields by name. */
export function fieldsOf(
  headers: RequestOptions['headers'] = {},
): Readonly<Record<string, string | null | undefined>> {
  return headers instanceof Headers ? Object.fromEntries(headers) : headers
}
