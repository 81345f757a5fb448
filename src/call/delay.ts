import { ApiError } from '../errors/index.js'

/** How long is waited before another attempt, in milliseconds. */
export interface Backoff {
  /** Upper bound before the second attempt; it doubles with each. */
  readonly minDelay: number
  /** Upper bound before any attempt. */
  readonly maxDelay: number
}

/**
 * The time until the next attempt, in milliseconds: a random part of a bound that doubles ("full jitter": callers that failed
 * together do not come back together), and no less than what the service asks for; `undefined` if that is more than is left.
 * @param attempt number of the attempt that failed, from 1
 */
export function delayAfter(
  error: unknown,
  attempt: number,
  { minDelay, maxDelay }: Backoff,
  remaining: number,
): number | undefined {
  const asked = error instanceof ApiError ? retryAfter(error.headers) : 0
  if (asked >= remaining) return undefined
  const bound = Math.min(maxDelay, minDelay * 2 ** Math.min(attempt - 1, MOST_DOUBLINGS))
  // Half of what is left is for the attempt itself.
  return Math.max(asked, Math.min(Math.random() * bound, remaining / 2))
}

/** More of them would be more than a number can hold. */
const MOST_DOUBLINGS = 1000

/** `Retry-After`, in milliseconds from now (RFC 9110, 10.2.3): a number of seconds, or a date, which begins with a day. */
function retryAfter(headers: Headers): number {
  const text = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = /^[A-Z][a-z]/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now())
}
