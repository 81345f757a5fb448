import { ApiError } from './api-error.js'

/** 413: the request is too large. */
export class PayloadTooLargeError extends ApiError {
  static {
    this.prototype.name = 'PayloadTooLargeError'
  }
}
