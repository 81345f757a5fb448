import { ApiError } from './api-error.js'

/** 429: too many requests, or no capacity left. */
export class RateLimitError extends ApiError {
  static {
    this.prototype.name = 'RateLimitError'
  }
}
