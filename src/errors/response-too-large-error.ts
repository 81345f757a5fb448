import { PipecatCloudError } from './pipecat-cloud-error.js'

/**
 * A response is larger than `maxResponseBytes` allows; the rest of it was not read. Of a call that changes something the service has
 * probably done what it was asked.
 */
export class ResponseTooLargeError extends PipecatCloudError {
  static {
    this.prototype.name = 'ResponseTooLargeError'
  }

  /** The operation that was called: `getAgentLogs`. */
  readonly operation: string
  /** The size that was allowed, in bytes after decompression. */
  readonly limit: number

  constructor(operation: string, limit: number) {
    super(`The response of ${operation} is larger than ${limit} bytes`)
    this.operation = operation
    this.limit = limit
  }
}
