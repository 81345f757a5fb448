import type { HttpMethod } from './client.js'
import type { ParameterStyles } from './parameter-style.js'
import type { ParameterValues } from './parameter-text.js'
import type { BodyKind, ReadBody } from './response-body.js'
import type { WriteBody } from './written-body.js'

/** What the document says of an operation, as far as it is needed to call it. */
export interface Operation {
  readonly method: HttpMethod
  /** The path template, behind the base URL. */
  readonly path: string
  /** What is in the query of every request, as a template of the path's parameters. */
  readonly query?: string
  /** Base URL of the operation, where it is not on the server that the client's is for. */
  readonly baseUrl?: string
  /** Keys of security schemes: alternatives of those that are needed together, where credentials can be given for them. */
  readonly security?: readonly (readonly string[])[]
  /** How parameters are written that are not in the default style of their location. */
  readonly styles?: Readonly<Partial<Record<'path' | 'query' | 'header' | 'cookie', ParameterStyles>>>
  /** Media type of the request's body, where it is not `application/json`. */
  readonly mediaType?: string
  /** Writes the request's body, where it is not always JSON. */
  readonly body?: WriteBody
  /** Media types to ask for, where responses are not JSON alone. */
  readonly accept?: string
  /** Kinds of the responses' bodies by status, range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, BodyKind | ReadBody>>
  /** Readers of the responses' header fields by the same keys, for those that have some. */
  readonly headers?: Readonly<Record<string, ReadHeaders>>
}

/** Reads header fields of a response. */
export type ReadHeaders = (response: Response) => Readonly<Record<string, unknown>>

/** What a caller gives: the values of the parameters, and the body. */
export interface Input {
  readonly path?: ParameterValues
  readonly query?: ParameterValues
  readonly header?: ParameterValues
  /** Sent beside the cookies of a `Cookie` header that is given. Browsers let no script send cookies of its own. */
  readonly cookie?: ParameterValues
  readonly body?: unknown
  /** Media type of the body, where there are several: one of the document's. */
  readonly contentType?: string
}
