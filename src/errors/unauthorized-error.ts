import { ApiError } from './api-error.js'

/** 401: the key is missing, wrong, revoked or not a private one. */
export class UnauthorizedError extends ApiError {
  static {
    this.prototype.name = 'UnauthorizedError'
  }
}
