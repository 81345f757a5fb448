import { ApiError } from './api-error.js'

/** 500 and above: the service, or something before it, failed. */
export class ServerError extends ApiError {
  static {
    this.prototype.name = 'ServerError'
  }
}
