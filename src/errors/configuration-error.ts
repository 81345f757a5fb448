import { PipecatCloudError } from './pipecat-cloud-error.js'

/** An option is missing or is not what it has to be. The message names every such option. */
export class ConfigurationError extends PipecatCloudError {
  static {
    this.prototype.name = 'ConfigurationError'
  }
}
