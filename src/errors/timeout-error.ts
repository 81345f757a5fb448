import { PipecatCloudError } from './pipecat-cloud-error.js'

/**
 * Something took longer than its `timeout`. Of a call that changes something it is not known whether the service has done what it
 * was asked.
 */
export class TimeoutError extends PipecatCloudError {
  static {
    this.prototype.name = 'TimeoutError'
  }

  /** The time that was allowed, in milliseconds. */
  readonly timeout: number

  constructor(message: string, timeout: number) {
    super(message)
    this.timeout = timeout
  }
}
