import type { CreateBuildRequest } from '../../../generated/types/index.js'
import { buildProgress } from '../building.js'
import { buildView, contextHashOf, dockerfilePathOf } from '../build-view.js'
import { type ErrorReply, undocumentedBadRequest } from '../error-reply.js'
import { buildOutcome, type Outcome } from '../failing-resources.js'
import type { Build, EmulatorState, UploadedContent } from '../state.js'
import type { Context } from './context.js'
import { buildRegionError, buildSight } from './find-build.js'

/** `POST /builds` */
export function createBuild(
  context: Context,
  { uploadId, region, dockerfilePath = 'Dockerfile' }: CreateBuildRequest,
) {
  const regionError = buildRegionError(context, region)
  if (regionError) return regionError
  const content = uploaded(context.state, uploadId, region)
  if ('body' in content) return content
  const sight = buildSight(context)
  const { contextHash } = content
  const key = { region, contextHash, dockerfilePath }
  const cached = cachedBuild(context.state, key, sight.now)
  if (cached) {
    return { status: 200, body: { build: buildView(cached, sight), contextHash, cached: true } } as const
  }
  const build = newBuild(context, key, content, sight.now)
  // The API answers before anything is built, however fast that is.
  const asked: Build = { ...build, status: 'pending', buildAfter: undefined }
  const body = { build: buildView(asked, sight), contextHash, cached: false }
  context.state.builds.set(build.id, build)
  return { status: 201, body } as const
}

/** What makes two builds the same. */
type BuildKey = Readonly<Record<'region' | 'contextHash' | 'dockerfilePath', string>>

function newBuild(
  { newId, settings: { failingBuilds, buildLogs, buildAfter } }: Context,
  key: BuildKey,
  content: UploadedContent,
  now: Date,
): Build {
  return {
    id: newId(),
    ...key,
    ...(missingFile(content, key.dockerfilePath) ?? buildOutcome(key, failingBuilds)),
    createdAt: now,
    contextSizeBytes: content.size,
    logs: buildLogs,
    buildAfter,
  }
}

/** What was uploaded, or the error that there is no such thing. */
function uploaded({ uploads }: EmulatorState, id: string, region: string): UploadedContent | ErrorReply<400> {
  const upload = uploads.get(id.toLowerCase())
  if (!upload?.content) return undocumentedBadRequest('Upload not found')
  if (upload.region === region) return upload.content
  return undocumentedBadRequest(`Upload is for region '${upload.region}' but build is in region '${region}'`)
}

/** The build of the same content that succeeded last. */
function cachedBuild(
  { builds }: EmulatorState,
  { region, contextHash, dockerfilePath }: BuildKey,
  now: Date,
): Build | undefined {
  return [...builds.values()].findLast(
    (build) =>
      build.region === region &&
      contextHashOf(build) === contextHash &&
      dockerfilePathOf(build) === dockerfilePath &&
      buildProgress(build, now).status === 'success',
  )
}

/** A build fails without its Dockerfile, and so does one of something that is no archive. */
function missingFile({ files }: UploadedContent, dockerfilePath: string): Outcome<'failed'> | undefined {
  if (!files) return { status: 'failed', errorMessage: 'The context is no gzipped tar archive.' }
  const path = dockerfilePath.replace(/^(?:\.\/)+/, '')
  if (files.includes(path)) return undefined
  return { status: 'failed', errorMessage: `The context has no file ${path}.` }
}
