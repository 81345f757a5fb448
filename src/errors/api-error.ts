import { PipecatCloudError } from './pipecat-cloud-error.js'

/** What an error response says. */
export interface ApiErrorDetails {
  readonly message: string
  readonly status: number
  readonly code: string | undefined
  readonly operation: string
  readonly body: unknown
  readonly headers: Headers
}

/**
 * The service answered with an error. There is a class for each status that it documents, and for the others that a caller may
 * want to tell apart.
 */
export class ApiError extends PipecatCloudError {
  static {
    this.prototype.name = 'ApiError'
  }

  /** HTTP status: 404. */
  readonly status: number
  /** Code in the body: `NOT_FOUND`, `404`, `PCC-1004`. Absent when the body has none; the status is what to rely on. */
  readonly code: string | undefined
  /** The operation that was called: `createAgent`. */
  readonly operation: string
  /** The body: parsed JSON, text when it is none, `undefined` when it is empty. */
  readonly body: unknown
  /** The headers of the response. */
  readonly headers: Headers

  constructor({ message, status, code, operation, body, headers }: ApiErrorDetails) {
    super(message)
    this.status = status
    this.code = code
    this.operation = operation
    this.body = body
    this.headers = headers
  }
}
