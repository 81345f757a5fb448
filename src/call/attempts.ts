import type { Client } from '../../generated/client/index.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { Retries, Settings } from '../settings.js'
import type { WithResponse } from './api-promise.js'
import { delayAfter } from './delay.js'
import type { Endpoint } from './endpoint.js'
import { isPassingConflict, isTransient, mayHaveHadEffect } from './failure.js'
import { emit } from './hooks.js'
import { inTime, tookTooLong } from './in-time.js'
import { sleep, withDeadline } from './timeout.js'

/** A request of a call. */
export interface Attempt {
  /** Stands for the call, the same for each of its attempts. */
  readonly call: symbol
  /** From 1. */
  readonly number: number
  readonly signal: AbortSignal
}

/**
 * Makes attempts until one succeeds, until no other is allowed or of use, or until the time is up, which all of them share.
 * @throws what the last attempt failed with, TimeoutError, or the reason of a signal.
 */
export async function attempts<Input, Data>(
  { call, client, endpoint, input, settings }: CallOf<Input, Data>,
  attempt: (attempt: Attempt) => Promise<WithResponse<Data>>,
): Promise<WithResponse<Data>> {
  const { operation, settle } = endpoint
  const { retries, signals, timeout } = settings
  const end = performance.now() + timeout
  // In whole milliseconds, as timers count: a request that has less than one is as good as lost.
  const remaining = () => Math.max(0, Math.floor(end - performance.now()))
  let failures = 0
  let isUnsettled = false
  for (let number = 1; ; number += 1) {
    const isLast = failures >= retries.limit
    let start = performance.now()
    try {
      // oxlint-disable-next-line no-await-in-loop -- one attempt comes after the other
      return await inTime(endpoint, settings, { remaining, isLast }, (signal) => {
        start = performance.now()
        return attempt({ call, number, signal })
      })
    } catch (error) {
      for (const signal of signals) signal.throwIfAborted()
      isUnsettled ||= mayHaveHadEffect(error)
      if (isUnsettled && settle !== undefined) {
        const rest = { ...settings, timeout: remaining() }
        // oxlint-disable-next-line no-await-in-loop -- as above
        const settled = await settle({ input, error, client, settings: rest })
        if (settled !== undefined) return settled
      }
      const isConflict = endpoint.retryConflicts === true && isPassingConflict(error)
      const failed = { error, number, isLast, isConflict, duration: performance.now() - start }
      const delay = delayBefore(failed, endpoint, retries, remaining())
      if (delay === undefined) {
        throw error instanceof TimeoutError && remaining() === 0 ? tookTooLong(operation, timeout) : error
      }
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

/** An attempt that failed. */
interface Failed {
  readonly error: unknown
  /** From 1. */
  readonly number: number
  /** Whether the limit of retries allows no other. */
  readonly isLast: boolean
  /** Whether it failed by a conflict that passes, of which there may be any number. */
  readonly isConflict: boolean
  /** In milliseconds. */
  readonly duration: number
}

/** As many times what the last answer took have to be left after a conflict: to wait, to ask again, and to read back. */
const LEAST = 4

/** The time until the next attempt, in milliseconds; `undefined` if there must be none, or it would come too late. */
function delayBefore<Input, Data>(
  { error, number, isLast, isConflict, duration }: Failed,
  endpoint: Repeatable<Input, Data>,
  retries: Retries,
  left: number,
): number | undefined {
  const mayFollow = isConflict
    ? retries.limit > 0 && left >= duration * LEAST
    : !isLast && mayRepeat(endpoint, error)
  return mayFollow ? delayAfter(error, number, retries, left) : undefined
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
