import { ApiError } from './api-error.js'

/** 404: the agent, or something that the request names, does not exist. */
export class NotFoundError extends ApiError {
  static {
    this.prototype.name = 'NotFoundError'
  }
}
