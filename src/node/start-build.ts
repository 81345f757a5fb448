import type { Build, BuildResult } from '../../generated/types/index.js'
import { ConfigurationError } from '../errors/configuration-error.js'
import type { CallOptions } from '../options.js'
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
}

/** Starts a build of a directory, or finds one that succeeded. The archive is gone afterwards. */
export async function startBuild(start: StartOfBuild): Promise<Pick<BuildResult, 'build' | 'cached'>> {
  const { services, calls } = start
  await using archive = await archiveDirectory(start.directory, start.archive)
  const region = start.region ?? (await defaultRegion(start))
  const found = await cachedBuild(start, archive, region)
  if (found !== undefined) return { build: found, cached: true }
  const target = await services.builds.createUploadUrl({ region }, calls)
  const { fetch, retries, signal } = calls
  await upload(archive.path, target, { fetch, retries, signal })
  const request = { uploadId: target.uploadId, region, dockerfilePath: archive.dockerfile }
  return services.builds.create(request, calls)
}

async function defaultRegion({ services, calls }: StartOfBuild): Promise<string> {
  const { properties } = await services.properties.get(calls)
  if (properties.defaultRegion !== undefined) return properties.defaultRegion
  throw new ConfigurationError('The organization has no default region: give the option `region`')
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
