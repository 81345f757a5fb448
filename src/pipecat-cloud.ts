import { createClient } from '../generated/client/index.js'
import type { Connection } from './call/call.js'
import type { PipecatCloudOptions } from './options.js'
import { Agents } from './resources/agents.js'
import { Builds } from './resources/builds.js'
import { OrganizationProperties } from './resources/properties.js'
import { Regions } from './resources/regions.js'
import { Secrets } from './resources/secrets.js'
import { Sessions } from './resources/sessions.js'
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
  /** Creates, deploys, reads, changes and deletes agents, and reads what they print. */
  readonly agents: Agents
  /** Starts sessions with agents, reads and ends them, and talks to their bots. */
  readonly sessions: Sessions
  /** Keeps the secrets of agents and the credentials of image registries. */
  readonly secrets: Secrets
  /** Builds images. */
  readonly builds: Builds
  /** Tells the regions. */
  readonly regions: Regions
  /** Reads and sets the properties of the organization. */
  readonly properties: OrganizationProperties

  /**
   * No connection is opened before the first call.
   *
   * @throws {ConfigurationError} if an option is not what it has to be, if there is no key, neither a private one (the option `apiKey`,
   * or the environment variable PIPECAT_CLOUD_API_KEY) nor a public one (`publicApiKey`, PIPECAT_CLOUD_PUBLIC_API_KEY), or if a private
   * key is given to a browser.
   */
  constructor(options: PipecatCloudOptions = {}) {
    const connection = { client: createClient(), settings: clientSettings(options) }
    this.agents = new Agents(connection)
    this.sessions = new Sessions(connection)
    this.secrets = new Secrets(connection)
    this.builds = this.createBuilds(connection)
    this.regions = new Regions(connection)
    this.properties = new OrganizationProperties(connection)
  }

  /** What `builds` is. The client of `pipecat-cloud-client/node` has one that can do more. */
  protected createBuilds(connection: Connection): Builds {
    return new Builds(connection)
  }
}
