import type { Build } from '../../generated/types/index.js'
import type { Connection } from '../call/call.js'
import { Builds } from '../resources/builds.js'
import { OrganizationProperties } from '../resources/properties.js'
import { buildDirectory, type BuildDirectoryOptions, type BuildServices } from './build-directory.js'

/** Images that the platform builds, of a directory of this machine too. */
export class DirectoryBuilds extends Builds {
  readonly #services: BuildServices

  constructor(connection: Connection) {
    super(connection)
    const { settings } = connection
    this.#services = { builds: this, properties: new OrganizationProperties(connection), settings }
  }

  /**
   * Builds an image of a directory with a Dockerfile: archives it, takes a build of the same content, region and Dockerfile if there
   * is one, else uploads the archive, starts a build and waits until it has succeeded.
   *
   * @param directory path of the directory; what `.dockerignore` names is left out.
   * @returns the build. Its `id` is the `buildId` to deploy.
   * @throws {BuildError} if the build fails, has not ended in time, or the signal aborts while it runs.
   * @throws {BuildContextError} if the directory cannot be archived.
   * @throws {ConfigurationError} if an option is not what it has to be.
   * @throws {TimeoutError} if no build has begun within `timeout`, twenty minutes by default.
   * @throws {ApiError} if the service refuses.
   * @throws {ConnectionError} if there is no response.
   *
   * @example
   * const { id } = await pipecat.builds.fromDirectory('./bot', { onLog: console.log })
   * await pipecat.agents.deploy({ serviceName: 'voice-starter', buildId: id })
   */
  fromDirectory(directory: string, options: BuildDirectoryOptions = {}): Promise<Build> {
    return buildDirectory(this.#services, directory, options)
  }
}
