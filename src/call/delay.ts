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
 * together do not come back together), or what the service asks for; `undefined` if that is more than is left.
 * @param attempt number of the attempt that failed, from 1
 */
export function delayAfter(
  error: unknown,
  attempt: number,
  { minDelay, maxDelay }: Backoff,
  remaining: number,
): number | undefined {
  const asked = error instanceof ApiError ? retryAfter(error.headers) : undefined
  if (asked !== undefined) return asked < remaining ? asked : undefined
  const bound = Math.min(maxDelay, minDelay * 2 ** (attempt - 1))
  // Half of what is left is for the attempt itself.
  return Math.min(Math.random() * bound, remaining / 2)
}

/** `Retry-After`, in milliseconds from now (RFC 9110, 10.2.3): a number of seconds or a date. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')
  if (text === null) return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}
