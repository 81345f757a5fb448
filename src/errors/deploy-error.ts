import type { Agent } from '../../generated/types/index.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'

/** How a deployment came to no good end: it failed, it was not ready in time, or the caller did not want to wait any longer. */
export type DeployOutcome = 'failed' | 'timeout' | 'aborted'

/** What is known of a deployment that came to no good end. */
export interface DeployErrorDetails {
  readonly name: string
  readonly outcome: DeployOutcome
  readonly reason: string
  readonly agent: Agent | undefined
  readonly cause?: unknown
}

const MEANINGS: { readonly [K in DeployOutcome]: string } = {
  failed: 'has failed',
  timeout: 'was not ready in time',
  aborted: 'is no longer waited for',
}

/** A deployment has failed, or was not ready while somebody waited for it. */
export class DeployError extends PipecatCloudError {
  static {
    this.prototype.name = 'DeployError'
  }

  /** `failed`, `timeout` or `aborted`. Only after `failed` is it sure that the deployment will not become ready. */
  readonly outcome: DeployOutcome
  /** Why, as far as the service says: `ImagePullBackOff`, `PCC_IMAGE_NOT_FOUND: …`. */
  readonly reason: string
  /** What the instances printed when they crashed, where the service tells it: a traceback, say. */
  readonly output: string | undefined
  /** The agent as it was read last; absent if it was not read at all. */
  readonly agent: Agent | undefined

  constructor({ name, outcome, reason, agent, cause }: DeployErrorDetails) {
    super(
      `The deployment of agent ${JSON.stringify(name)} ${MEANINGS[outcome]}: ${reason}`,
      cause === undefined ? undefined : { cause },
    )
    this.outcome = outcome
    this.reason = reason
    this.output = agent?.currentRevision?.health?.message
    this.agent = agent
  }
}
