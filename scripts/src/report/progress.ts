import type { ProgressListener } from '../stages.js'
import { duration } from './duration.js'
import { paintFor } from './paint.js'
import type { TextStream } from './reporter.js'

/** Goes to the start of the line and clears it. */
const CLEAR_LINE = '\r\u001B[2K'

/** A line for each stage with the time that it took. A terminal also shows the stage that is running. */
export interface ProgressLines {
  readonly listener: ProgressListener
  /** Takes the line of a stage that will not end off the terminal. */
  readonly stop: () => void
}

/** Progress on `stdout`. */
export function progressLines(stdout: TextStream): ProgressLines {
  const paint = paintFor(stdout)
  const stop = (): void => {
    if (stdout.isTTY) stdout.write(CLEAR_LINE)
  }
  return {
    stop,
    listener: (event) => {
      stop()
      if (event.kind === 'end') {
        stdout.write(`${event.stage.padEnd(8)} ${paint('dim', duration(event.milliseconds).padStart(8))}\n`)
      } else if (stdout.isTTY) {
        stdout.write(`${event.stage.padEnd(8)} ${paint('dim', '…'.padStart(8))}`)
      }
    },
  }
}
