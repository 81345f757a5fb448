import type { Build, BuildResult } from '../../generated/types/index.js'
import type { CallOptions } from '../options.js'
import type { Settings } from '../settings.js'
import { type Archive, archiveDirectory, type ArchiveOptions } from './archive.js'
import type { BuildServices } from './build-directory.js'
import { upload } from './upload.js'

/** What is to be built, and where. */
export interface StartOfBuild {
  readonly services: BuildServices
  readonly directory: string
  readonly archive: ArchiveOptions
  readonly region: string | undefined
  readonly calls: CallOptions
  readonly settings: Pick<Settings, 'fetch' | 'retries' | 'hooks'>
  readonly signal: AbortSignal
}

/** Starts a build of a directory, or finds one that succeeded. The archive is gone afterwards. */
export async function startBuild(start: StartOfBuild): Promise<Pick<BuildResult, 'build' | 'cached'>> {
  const { services, calls, settings, signal } = start
  await using archive = await archiveDirectory(start.directory, start.archive)
  const region = start.region ?? (await services.properties.get(calls)).properties.defaultRegion
  const found = await cachedBuild(start, archive, region)
  if (found !== undefined) return { build: found, cached: true }
  const target = await services.builds.createUploadUrl({ region }, calls)
  const { fetch, retries, hooks } = settings
  await upload(archive.path, target, { fetch, retries, hooks, signal })
  const request = { uploadId: target.uploadId, region, dockerfilePath: archive.dockerfile }
  return services.builds.create(request, calls)
}

/** The most builds that the service gives at a time. Those of one content differ in their Dockerfile alone. */
const MOST_BUILDS = 100

async function cachedBuild(
  { services, calls }: StartOfBuild,
  { contextHash, dockerfile }: Archive,
  region: string,
): Promise<Build | undefined> {
  const query = { contextHash, region, status: 'success', limit: MOST_BUILDS } as const
  const { builds } = await services.builds.list(query, calls)
  return builds.find(
    (build) =>
      build.status === 'success' &&
      build.contextHash === contextHash &&
      build.region === region &&
      build.dockerfilePath === dockerfile,
  )
}
