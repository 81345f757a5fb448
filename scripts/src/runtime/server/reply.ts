import { abandon } from './abandon.js'
import { mediaTypeOf } from './media-type.js'
import type { Contents, OperationInfo, Route } from './route.js'
import type { NullBodyStatus } from './status.js'

/** What every handler gets, beside the parts of the request that its operation documents. */
export interface HandlerInput {
  /** The request itself. Its `signal` is aborted when the caller is gone; a body of JSON has been read. */
  readonly request: Request
  /** The operation that the request is for. */
  readonly operation: OperationInfo
}

/** A response with a body that is sent as JSON. */
export interface JsonReply<Status extends number, Body> {
  readonly status: Exclude<Status, NullBodyStatus>
  readonly body: Body
  /** Added to the response; `content-type` is set from the document unless it is here. */
  readonly headers?: ReplyHeaders | undefined
}

/** A response without a body. */
export interface EmptyReply<Status extends number> {
  readonly status: Status
  readonly body?: undefined
  readonly headers?: ReplyHeaders | undefined
}

/** Anything that the constructor of `Headers` takes. */
export type ReplyHeaders = NonNullable<ConstructorParameters<typeof Headers>[0]>

/** A handler: it answers with a documented reply, or with a `Response` that is sent as it is. */
export type Handler<Input extends HandlerInput, Reply> = (
  input: Input,
) => Reply | Response | Promise<Reply | Response>

/** Any reply. */
export type AnyReply = JsonReply<number, unknown> | EmptyReply<number> | Response

/** The response that a handler's reply means. */
export function toResponse(route: Route, reply: AnyReply): Response {
  if (typeof reply !== 'object' || reply === null) {
    throw new TypeError(`The handler ${route.id} must return a reply or a Response, not ${String(reply)}`)
  }
  // A `Response` of another realm or library is none of this one's `Response`, but no plain reply has the method.
  if ('arrayBuffer' in reply) return reply
  const headers = new Headers(reply.headers)
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers })
  if (!headers.has('content-type')) {
    headers.set('content-type', jsonTypeOf(responseContents(route, reply.status)))
  }
  return new Response(JSON.stringify(reply.body), { status: reply.status, headers })
}

/** The documented contents of a response with that status, `undefined` if the document has none for it. */
export function responseContents({ responses }: Route, status: number): Contents | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return keys.map((key) => responses[key]).find((contents) => contents !== undefined)
}

/** The first of the documented types, all of which are JSON. */
function jsonTypeOf(contents: Contents = {}): string {
  const [first] = Object.keys(contents)
  return first === undefined ? 'application/json' : mediaTypeOf(first)
}

/** A response with the headers that it must have, where it lacks them. */
export function withHeaders(response: Response, required: { readonly [name: string]: string }): Response {
  const { body, status, statusText } = response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(required)) if (!headers.has(name)) headers.set(name, value)
  return new Response(body, { status, statusText, headers })
}

/** A response to `HEAD` (RFC 9110, 9.3.2). */
export function withoutBody(response: Response): Response {
  const { body, status, statusText, headers } = response
  if (body) abandon(body)
  return new Response(null, { status, statusText, headers })
}
