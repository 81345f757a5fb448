import type { Client } from '../../generated/client/index.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { Settings } from '../settings.js'
import type { WithResponse } from './api-promise.js'
import { delayAfter } from './delay.js'
import type { Endpoint } from './endpoint.js'
import { isPassingConflict, isTransient, mayHaveHadEffect } from './failure.js'
import { emit } from './hooks.js'
import { sleep, withDeadline } from './timeout.js'

/** A request of a call. */
export interface Attempt {
  /** Stands for the call, the same for each of its attempts. */
  readonly call: symbol
  /** From 1. */
  readonly number: number
  readonly signal: AbortSignal
}

/** The part of what is left of the time that a last attempt may take, where its outcome can be found out afterwards. */
const LAST_ATTEMPT = 2 / 3

/**
 * Makes attempts until one succeeds, until no other is allowed or of use, or until the time is up, which all of them share.
 * @throws what the last attempt failed with, TimeoutError, or the reason of a signal.
 */
export async function attempts<Input, Data>(
  { call, client, endpoint, input, settings }: CallOf<Input, Data>,
  attempt: (attempt: Attempt) => Promise<WithResponse<Data>>,
): Promise<WithResponse<Data>> {
  const { operation, settle } = endpoint
  const { retries, signals } = settings
  const end = performance.now() + settings.timeout
  const remaining = () => Math.max(0, end - performance.now())
  let failures = 0
  let isUnsettled = false
  for (let number = 1; ; number += 1) {
    const isLast = failures >= retries.limit
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt comes after the other
      return await inTime(endpoint, settings, remaining, isLast, (signal) =>
        attempt({ call, number, signal }),
      )
    } catch (error) {
      for (const signal of signals) signal.throwIfAborted()
      isUnsettled ||= mayHaveHadEffect(error)
      if (isUnsettled && settle !== undefined) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        const settled = await settle({
          input,
          error,
          client,
          settings: { ...settings, timeout: remaining() },
        })
        if (settled !== undefined) return settled
      }
      const isConflict = endpoint.retryConflicts === true && isPassingConflict(error)
      if (retries.limit === 0 || !(isConflict || (!isLast && mayRepeat(endpoint, error)))) throw error
      const delay = delayAfter(error, number, retries, remaining())
      if (remaining() === 0 && error instanceof TimeoutError) throw tookTooLong(operation, settings.timeout)
      if (delay === undefined || remaining() === 0) throw error
      if (!isConflict) failures += 1
      emit(settings, 'onRetry', { call, operation, attempt: number, error, delay })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(delay, signals)
    }
  }
}

/** What of an operation decides about further attempts. */
export type Repeatable<Input, Data> = Pick<
  Endpoint<Input, Data>,
  'operation' | 'idempotent' | 'retryConflicts' | 'settle'
>

/** What a call is made of. */
export interface CallOf<Input, Data> {
  /** Stands for the call. */
  readonly call: symbol
  readonly client: Client
  readonly endpoint: Repeatable<Input, Data>
  readonly input: Input
  readonly settings: Settings
}

/** Makes an attempt when a place for it is free, and ends it when its part of the time is over. */
async function inTime<T>(
  { operation, settle }: Pick<Endpoint<never, T>, 'operation' | 'settle'>,
  { timeout, attemptTimeout, signals, limiter }: Settings,
  remaining: () => number,
  isLast: boolean,
  attempt: (signal: AbortSignal) => Promise<WithResponse<T>>,
): Promise<WithResponse<T>> {
  const outOfTime = () => tookTooLong(operation, timeout)
  if (!limiter.tryAcquire()) {
    const place = { signals, limit: { timeout: remaining(), toError: outOfTime } }
    await withDeadline(place, (signal) => limiter.acquire(signal))
  }
  try {
    const left = remaining()
    const share = isLast ? (settle === undefined ? left : left * LAST_ATTEMPT) : timeout / 3
    const allowed = Math.min(left, attemptTimeout ?? share)
    const toError = () =>
      allowed === left
        ? outOfTime()
        : new TimeoutError(`${operation} got no answer within ${Math.ceil(allowed)} ms`, allowed)
    return await withDeadline({ signals, limit: { timeout: allowed, toError } }, attempt)
  } finally {
    limiter.release()
  }
}

function tookTooLong(operation: string, timeout: number): TimeoutError {
  return new TimeoutError(`${operation} took longer than ${timeout} ms`, timeout)
}

/** Whether a request that failed can be sent again without doing twice what was to be done once. */
function mayRepeat(
  { idempotent, settle }: Pick<Endpoint<never, unknown>, 'idempotent' | 'settle'>,
  error: unknown,
): boolean {
  return isTransient(error) && (idempotent || settle !== undefined || !mayHaveHadEffect(error))
}

function pause(duration: number, signals: readonly AbortSignal[]): Promise<void> {
  return withDeadline({ signals }, (signal) => sleep(duration, signal))
}
