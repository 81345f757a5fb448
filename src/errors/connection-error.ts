import { PipecatCloudError } from './pipecat-cloud-error.js'

/**
 * No response, or only a part of one: the connection was refused, broke, or never came about. `cause` tells what `fetch` said.
 * Whether the service has done what it was asked is not known.
 */
export class ConnectionError extends PipecatCloudError {
  static {
    this.prototype.name = 'ConnectionError'
  }

  /** The operation that was called: `createAgent`. */
  readonly operation: string

  constructor(operation: string, message: string, cause: Error) {
    super(message, { cause })
    this.operation = operation
  }
}
