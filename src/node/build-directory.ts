import type {
  Build,
  BuildDetails,
  BuildList,
  BuildLogs,
  BuildResult,
  CreateBuildRequest,
  Properties,
  UploadUrl,
  UploadUrlRequest,
} from '../../generated/types/index.js'
import { withDeadline } from '../call/timeout.js'
import { BuildError } from '../errors/build-error.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { CallOptions, WaitOptions } from '../options.js'
import { callSettings, type Settings } from '../settings.js'
import type { ArchiveOptions } from './archive.js'
import { BuildLog } from './build-log.js'
import { checkBuildOptions } from './check-build-options.js'
import { followBuild } from './follow-build.js'
import { startBuild } from './start-build.js'

/** What of a client a build needs. */
export interface BuildServices {
  readonly builds: {
    createUploadUrl(request: UploadUrlRequest, options?: CallOptions): PromiseLike<UploadUrl>
    create(request: CreateBuildRequest, options?: CallOptions): PromiseLike<BuildResult>
    list(
      query: { contextHash: string; region: string; status: 'success'; limit: number },
      options?: CallOptions,
    ): PromiseLike<BuildList>
    get(id: string, options?: CallOptions): PromiseLike<BuildDetails>
    logs(id: string, query: { limit: number }, options?: CallOptions): PromiseLike<BuildLogs>
  }
  readonly properties: { get(options?: CallOptions): PromiseLike<Properties> }
  /** The settings of the client, which hold for the upload too. */
  readonly settings: Settings
}

/** Options of building a directory. The client's own `timeout` holds for each of the calls that it takes. */
export interface BuildDirectoryOptions extends Omit<WaitOptions, 'onProgress'>, ArchiveOptions {
  /**
   * Code of the region to build in, and to deploy in afterwards.
   * @default the default region of the organization
   */
  readonly region?: string | undefined
  /**
   * Time between an answer about the build and the next call, in milliseconds.
   * @default 5000
   */
  readonly interval?: number | undefined
  /**
   * Longest time that the archive, the upload and the build may take together, in milliseconds. `Infinity` for no limit.
   * @default 1_200_000
   */
  readonly timeout?: number | undefined
  /** Is told the state of the build each time that it was read. */
  readonly onProgress?: ((build: Build) => void) | undefined
  /**
   * Is told each line that the build prints. That they cannot be read for a while does not end the build; the hook `onError` is told.
   */
  readonly onLog?: ((line: string) => void) | undefined
}

const TIMEOUT = 1_200_000
const INTERVAL = 5000

/**
 * Builds an image of a directory with a Dockerfile, as the vendor's CLI does: archives it, takes a build of the same content, region and
 * Dockerfile if there is one, else uploads the archive, starts a build and waits until it has succeeded.
 *
 * @returns the build. Its `id` is the `buildId` to deploy.
 * @throws {BuildError} if the build fails, has not ended in time, or the signal aborts while it runs.
 * @throws {BuildContextError} if the directory cannot be archived, see {@link archiveDirectory}.
 * @throws {ConfigurationError} if an option is not what it has to be.
 * @throws {TimeoutError} if no build has begun within `timeout`.
 * @throws what the calls throw: ApiError, ConnectionError, …
 * @throws the reason of the signal, at once, when that aborts before a build has begun.
 */
export async function buildDirectory(
  services: BuildServices,
  directory: string,
  options: BuildDirectoryOptions = {},
): Promise<Build> {
  checkBuildOptions(directory, options)
  const { region, exclude, dockerfile, interval = INTERVAL, timeout = TIMEOUT, ...rest } = options
  const { onProgress, onLog, ...callOptions } = rest
  const settings = callSettings(services.settings, callOptions)
  const { signals } = settings
  const late = new TimeoutError(`The directory ${directory} was not built within ${timeout} ms`, timeout)
  const deadline = { signals, limit: { timeout, toError: () => late } }
  const log = new BuildLog(onLog)
  let last: Build | undefined
  const tell = (build: Build) => {
    last = build
    onProgress?.(build)
  }
  try {
    return await withDeadline(deadline, async (ended) => {
      const calls = { ...callOptions, signal: ended }
      const archive = { exclude, dockerfile, signal: ended }
      const start = { services, directory, region, archive, calls, settings, signal: ended }
      const { build, cached } = await startBuild(start)
      const isFollowed = onLog !== undefined && !cached
      return followBuild({ services, build, log, isFollowed, calls, interval, signal: ended, tell })
    })
  } catch (error) {
    const isAborted = signals.some(({ aborted, reason }) => aborted && reason === error)
    const outcome = error === late ? 'timeout' : isAborted ? 'aborted' : undefined
    if (last === undefined || outcome === undefined) throw error
    throw new BuildError({ outcome, build: last, logs: log.tail, cause: error })
  }
}
