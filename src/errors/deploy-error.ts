import type { Agent } from '../../generated/types/index.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'

/** The deployment that was waited for has failed. */
export class DeployError extends PipecatCloudError {
  static {
    this.prototype.name = 'DeployError'
  }

  /** Why, as far as the service says: `ImagePullBackOff`, `PCC_IMAGE_NOT_FOUND: …`. */
  readonly reason: string
  /** The agent as it was read last. */
  readonly agent: Agent

  constructor(reason: string, agent: Agent) {
    super(`The deployment of agent ${JSON.stringify(agent.name)} has failed: ${reason}`)
    this.reason = reason
    this.agent = agent
  }
}
