import type { Issue } from '../validation.js'
import type { OperationInfo } from './route.js'

/** Why a request does not reach its handler, told apart by `kind`. */
export type Refusal =
  NotFound | MethodNotAllowed | Unauthorized | UnsupportedMediaType | BodyTooLarge | Malformed | Invalid

interface Refused {
  /** What is wrong, in a sentence for the caller. */
  readonly message: string
  /** Headers that the response must have. They are added to what `onRefused` returns, where it lacks them. */
  readonly headers: { readonly [name: string]: string }
  /** The operation that the request is for, once that is known. */
  readonly operation?: OperationInfo
}

/** The document has no such path (RFC 9110, 15.5.5). */
export interface NotFound extends Refused {
  readonly kind: 'not-found'
  readonly status: 404
}

/** The path has no such method (RFC 9110, 15.5.6). */
export interface MethodNotAllowed extends Refused {
  readonly kind: 'method-not-allowed'
  readonly status: 405
  /** The methods that it has. */
  readonly allow: readonly string[]
}

/** No alternative of the operation's security requirements is satisfied (RFC 9110, 15.5.2). */
export interface Unauthorized extends Refused {
  readonly kind: 'unauthorized'
  readonly status: 401
  /** Whether there was a credential, which was refused. */
  readonly hasCredential: boolean
}

/** The operation does not take content of that type or coding (RFC 9110, 15.5.16). */
export interface UnsupportedMediaType extends Refused {
  readonly kind: 'unsupported-media-type'
  readonly status: 415
  /** The media types that it takes, as documented. */
  readonly supported: readonly string[]
}

/** The body, or an item of a stream, has more bytes than `maxBodyBytes` (RFC 9110, 15.5.14). */
export interface BodyTooLarge extends Refused {
  readonly kind: 'body-too-large'
  readonly status: 413
  readonly maxBodyBytes: number
}

/** The request cannot be read: a bad percent-escape, no UTF-8, no JSON, no multipart, a parameter that is not in its style. */
export interface Malformed extends Refused {
  readonly kind: 'malformed'
  readonly status: 400
  readonly part: 'path' | 'query' | 'header' | 'cookie' | 'body'
}

/** The request can be read but is not what the document asks for. */
export interface Invalid extends Refused {
  readonly kind: 'invalid'
  readonly status: 400
  /** Everything that is wrong; the first token of each path is `path`, `query`, `header`, `cookie` or `body`. */
  readonly issues: readonly Issue[]
}

/** Thrown to stop reading a request. It never leaves the server layer, but for handlers that iterate over a body. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Runs what may refuse a request for an operation, so that the refusal names it. */
export async function refusingFor<T>(
  { id, method, path }: OperationInfo,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    throw new RefusedError({ ...error.refusal, operation: { id, method, path } })
  }
}

/** Stops with a request that can be read, but is not what the document asks for. */
export function refuseInvalid(issues: readonly Issue[]): never {
  const message = 'The request is not valid'
  throw new RefusedError({ kind: 'invalid', status: 400, headers: {}, message, issues })
}

/** Stops with a part of the request that cannot be read. */
export function refuseMalformed(part: Malformed['part'], message: string): never {
  throw new RefusedError({ kind: 'malformed', status: 400, headers: {}, part, message })
}
