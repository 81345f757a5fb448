import type { SecretSetListItem } from '../../generated/types/index.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'

/** The provisioning of a secret set has failed, and so no agent can use it. */
export class ProvisionError extends PipecatCloudError {
  static {
    this.prototype.name = 'ProvisionError'
  }

  /** The set as it was read last. */
  readonly set: SecretSetListItem

  constructor(set: SecretSetListItem) {
    super(
      `The provisioning of secret set ${JSON.stringify(set.name)} has failed` +
        (set.errorMessage === undefined ? '' : `: ${set.errorMessage}`),
    )
    this.set = set
  }
}
