import { inspect } from 'node:util'

/** The time that an emulator goes by. Everything that takes time in it follows from this clock, so that to move it is to move on. */
export interface Clock {
  /** Whether it goes by itself. */
  readonly isRunning: boolean
  /** The time. */
  readonly now: () => Date
  /**
   * Moves the clock on, whether it runs or is stopped.
   * @param milliseconds how far; 0 or more.
   * @throws TypeError if that is no such number.
   */
  readonly advance: (milliseconds: number) => void
  /**
   * Moves the clock on to a time, from which it goes on if it runs.
   * @throws TypeError if that is no time, or one that has passed: what has happened cannot be undone.
   */
  readonly set: (time: Date) => void
  /** Stops the clock: from now on only {@link advance} and {@link set} move it. */
  readonly stop: () => void
  /** Lets a stopped clock run again, from where it stands. */
  readonly resume: () => void
}

/** How a clock begins. */
interface ClockSettings {
  readonly start?: Date | undefined
  readonly isStopped?: boolean
}

/** Makes a clock that goes with another, from the time that that tells or from another one, or stands still there. */
export function createClock(source: () => Date, { start, isStopped = false }: ClockSettings = {}): Clock {
  let offset = start ? start.getTime() - source().getTime() : 0
  let stoppedAt = isStopped ? (start ?? source()).getTime() : undefined
  const time = () => stoppedAt ?? source().getTime() + offset
  const advance = (milliseconds: number): void => {
    if (!(milliseconds >= 0 && milliseconds < Infinity)) {
      throw new TypeError(
        `The clock can be moved on by a number of milliseconds of 0 or more, not by ${inspect(milliseconds)}`,
      )
    }
    if (stoppedAt === undefined) offset += milliseconds
    else stoppedAt += milliseconds
  }
  return {
    get isRunning() {
      return stoppedAt === undefined
    },
    now: () => new Date(time()),
    advance,
    set: (to) => {
      const distance = to.getTime() - time()
      if (!(distance >= 0)) {
        throw new TypeError(
          `The clock can be set to a time that is still to come, not from ${inspect(new Date(time()))} to ${inspect(to)}`,
        )
      }
      advance(distance)
    },
    stop: () => {
      stoppedAt = time()
    },
    resume: () => {
      if (stoppedAt === undefined) return
      offset = stoppedAt - source().getTime()
      stoppedAt = undefined
    },
  }
}
