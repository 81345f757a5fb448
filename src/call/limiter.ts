/** A limited number of places, which are handed out in the order in which they were asked for. */
export class Limiter {
  readonly #waiting = new Set<() => void>()
  #free: number

  constructor(limit: number) {
    this.#free = limit
  }

  /** Takes a place if one is free. */
  tryAcquire(): boolean {
    if (this.#free <= 0) return false
    this.#free -= 1
    return true
  }

  /** Takes a place as soon as one is free. It rejects with the signal's reason, at once, if that aborts before. */
  acquire(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      if (this.tryAcquire()) return resolve()
      const leave = () => {
        this.#waiting.delete(begin)
        reject(signal.reason)
      }
      const begin = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      this.#waiting.add(begin)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  /** Gives a place back, to who has waited longest if anybody does. */
  release(): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#free += 1
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
