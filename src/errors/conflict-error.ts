import { ApiError } from './api-error.js'

/** 409: something that the request names is not ready yet; try again once it is. */
export class ConflictError extends ApiError {
  static {
    this.prototype.name = 'ConflictError'
  }
}
