import type { TimeoutError } from '../errors/timeout-error.js'

/** The longest time that `setTimeout` can count; a longer one would be over at once. */
const LONGEST = 2 ** 31 - 1

/** When work has to end. */
export interface Deadline {
  readonly signals: readonly AbortSignal[]
  /** Never if it is absent. */
  readonly limit?: {
    /** In milliseconds; `Infinity` for never. */
    readonly timeout: number
    readonly toError: () => TimeoutError
  }
}

/**
 * Does work that has to end in time. It rejects with the reason of the first signal that aborts, or with the timeout error, at
 * once and even if the work does not heed the signal that it is given.
 */
export function withDeadline<T>(
  { signals, limit }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    for (const signal of signals) signal.throwIfAborted()
    const controller = new AbortController()
    const end = (reason: unknown) => {
      finish()
      controller.abort(reason)
      reject(reason)
    }
    const stops = signals.map((signal) => ({ signal, stop: () => end(signal.reason) }))
    for (const { signal, stop } of stops) signal.addEventListener('abort', stop)
    const timer =
      limit === undefined || limit.timeout > LONGEST
        ? undefined
        : setTimeout(() => end(limit.toError()), limit.timeout)
    const finish = () => {
      clearTimeout(timer)
      for (const { signal, stop } of stops) signal.removeEventListener('abort', stop)
    }
    work(controller.signal).then(
      (result) => {
        finish()
        resolve(result)
      },
      (error: unknown) => {
        finish()
        reject(error)
      },
    )
  })
}

/** Waits, in milliseconds. It rejects with the signal's reason, at once, when that aborts. */
export function sleep(duration: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop)
        resolve()
      },
      Math.min(duration, LONGEST),
    )
    signal.addEventListener('abort', stop, { once: true })
  })
}
