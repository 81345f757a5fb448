import { ApiError } from './api-error.js'

/** 400: the name is taken, or the request is not valid or names something that cannot be used. */
export class BadRequestError extends ApiError {
  static {
    this.prototype.name = 'BadRequestError'
  }
}
