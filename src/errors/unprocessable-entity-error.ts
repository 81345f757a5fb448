import { ApiError } from './api-error.js'

/** 422: the request is well-formed but cannot be followed. */
export class UnprocessableEntityError extends ApiError {
  static {
    this.prototype.name = 'UnprocessableEntityError'
  }
}
