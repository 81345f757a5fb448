/** The outcome of an operation, told apart by `ok` and by `status`. */

/** The registered status codes of the class 2XX (RFC 9110, section 15.3, and the IANA registry). */
export type Status2XX = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226

/** The registered status codes of the class 3XX (RFC 9110, section 15.4). */
export type Status3XX = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308

/** The registered status codes of the class 4XX (RFC 9110, section 15.5, and the IANA registry). */
export type Status4XX =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409)
  | (410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451)

/** The registered status codes of the class 5XX (RFC 9110, section 15.6, and the IANA registry). */
export type Status5XX = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511

/**
 * The registered status codes of final responses. A type cannot say "any number but 200", so a result names what the document
 * leaves out as `Exclude<HttpStatus, 200>`; a code that is not registered (520, say) comes in the same member at run time.
 */
export type HttpStatus = Status2XX | Status3XX | Status4XX | Status5XX

/** A response that the document describes as a success. */
export interface Success<Status extends number, Data, Fields = undefined> {
  readonly ok: true
  readonly status: Status
  /** The body, parsed but not validated; `undefined` when it is empty. */
  readonly data: Data
  readonly error?: undefined
  /**
   * The header fields that the document describes, if it does, by the names that it gives them; read but not validated.
   * `response.headers` has all of them, as text.
   */
  readonly headers: Fields
  /** The response itself, its body already read; a stream, as its items are asked for. */
  readonly response: Response
}

/** Any other response. */
export interface Failure<Status extends number, Problem, Fields = undefined> {
  readonly ok: false
  readonly status: Status
  /** The body, parsed but not validated; `undefined` when it is empty. */
  readonly error: Problem
  readonly data?: undefined
  /**
   * The header fields that the document describes, if it does, by the names that it gives them; read but not validated.
   * `response.headers` has all of them, as text.
   */
  readonly headers: Fields
  /** The response itself, its body already read. */
  readonly response: Response
}

/** The outcome of an operation of which nothing is known. */
export type Outcome = Success<number, unknown, unknown> | Failure<number, unknown, unknown>
