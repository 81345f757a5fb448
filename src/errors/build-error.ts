import type { Build } from '../../generated/types/index.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'

/** How a build came to no good end: it failed, it had not ended in time, or the caller did not want to wait any longer. */
export type BuildOutcome = 'failed' | 'timeout' | 'aborted'

/** What is known of a build that came to no good end. */
export interface BuildErrorDetails {
  readonly outcome: BuildOutcome
  readonly build: Build
  readonly logs: readonly string[]
  readonly cause?: unknown
}

/** A build has failed, or had not ended while somebody waited for it. */
export class BuildError extends PipecatCloudError {
  static {
    this.prototype.name = 'BuildError'
  }

  /** `failed`, `timeout` or `aborted`. Only after `failed` is it over; after the others it may still succeed. */
  readonly outcome: BuildOutcome
  /** The build as it was read last. */
  readonly build: Build
  /** The last lines that it printed, as far as they were read. */
  readonly logs: readonly string[]

  constructor({ outcome, build, logs, cause }: BuildErrorDetails) {
    super(`The build ${build.id} ${meaning(outcome, build)}`, cause === undefined ? undefined : { cause })
    this.outcome = outcome
    this.build = build
    this.logs = logs
  }
}

function meaning(outcome: BuildOutcome, { status, errorMessage }: Build): string {
  if (outcome === 'aborted') return `is no longer waited for: its status is ${status}`
  if (outcome === 'timeout') return `had not ended in time: its status is ${status}`
  const finding = status === 'timeout' ? 'took longer than the service allows' : 'has failed'
  return errorMessage === undefined ? finding : `${finding}: ${errorMessage}`
}
