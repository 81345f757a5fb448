import { TimeoutError } from '../errors/timeout-error.js'
import type { Settings } from '../settings.js'
import type { WithResponse } from './api-promise.js'
import type { Endpoint } from './endpoint.js'
import type { Limiter } from './limiter.js'
import { type Deadline, withDeadline } from './timeout.js'

/** The part of what is left of the time that an attempt may take where its outcome can be found out: the rest is for that. */
const ATTEMPT = 2 / 3

/** What of the time of a call an attempt may take. */
interface Share {
  /** What is left of it, in whole milliseconds. */
  readonly remaining: () => number
  /** Whether no other attempt may follow. */
  readonly isLast: boolean
}

/** Makes an attempt when a place for it is free, and ends it when its share of the time is over. */
export async function inTime<T>(
  { operation, idempotent, settle }: Pick<Endpoint<never, T>, 'operation' | 'idempotent' | 'settle'>,
  { timeout, attemptTimeout, signals, limiter }: Settings,
  { remaining, isLast }: Share,
  attempt: (signal: AbortSignal) => Promise<WithResponse<T>>,
): Promise<WithResponse<T>> {
  const whole = () => tookTooLong(operation, timeout)
  if (!limiter.tryAcquire()) {
    await takePlace(limiter, { signals, limit: { timeout: remaining(), toError: whole } })
  }
  try {
    const left = remaining()
    if (left === 0) throw whole()
    const most = settle === undefined ? left : left * ATTEMPT
    const mayFollow = !isLast && (idempotent || settle !== undefined)
    const allowed = Math.min(most, attemptTimeout ?? (mayFollow ? timeout / 3 : most))
    const toError = () =>
      allowed === left
        ? whole()
        : new TimeoutError(`${operation} got no answer within ${Math.ceil(allowed)} ms`, Math.ceil(allowed))
    return await withDeadline({ signals, limit: { timeout: allowed, toError } }, attempt)
  } finally {
    limiter.release()
  }
}

/** Waits for a place. One that comes when the time is already up is given back. */
async function takePlace(limiter: Limiter, deadline: Deadline): Promise<void> {
  let place: Promise<void> | undefined
  try {
    await withDeadline(deadline, (signal) => (place = limiter.acquire(signal)))
  } catch (error) {
    void place?.then(
      () => limiter.release(),
      () => undefined,
    )
    throw error
  }
}

/** The error of a call whose time is up. */
export function tookTooLong(operation: string, timeout: number): TimeoutError {
  return new TimeoutError(`${operation} took longer than ${timeout} ms`, timeout)
}
