import { createClient } from '../generated/client/index.js'
import { Agents } from './resources/agents.js'
import type { PipecatCloudOptions } from './options.js'
import { clientSettings } from './settings.js'

/**
 * A client of Pipecat Cloud.
 *
 * @example
 * const pipecat = new PipecatCloud({ apiKey })
 * await pipecat.agents.create({ serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' })
 * const agent = await pipecat.agents.waitUntilReady('voice-starter')
 */
export class PipecatCloud {
  /** Creates agents and reads how they are doing. */
  readonly agents: Agents

  /**
   * No connection is opened before the first call.
   *
   * @throws {ConfigurationError} if an option is not what it has to be, or if there is no key: neither the option `apiKey` nor the
   * environment variable PIPECAT_CLOUD_API_KEY.
   */
  constructor(options: PipecatCloudOptions = {}) {
    this.agents = new Agents({ client: createClient(), settings: clientSettings(options) })
  }
}
