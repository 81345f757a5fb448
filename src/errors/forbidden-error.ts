import { ApiError } from './api-error.js'

/** 403: the key may not do this, or something between here and the service refused the request. */
export class ForbiddenError extends ApiError {
  static {
    this.prototype.name = 'ForbiddenError'
  }
}
