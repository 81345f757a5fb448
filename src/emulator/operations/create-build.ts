import type { CreateBuildRequest } from '../../../generated/types/index.js'
import { buildProgress } from '../building.js'
import { buildView, contextHashOf, dockerfilePathOf } from '../build-view.js'
import { type ErrorReply, undocumentedBadRequest } from '../error-reply.js'
import { buildOutcome, type Outcome } from '../failing-resources.js'
import type { Build, EmulatorState, UploadedContent } from '../state.js'
import type { Context } from './context.js'
import { buildRegionError, buildSight } from './find-build.js'

/** `POST /builds` */
export function createBuild(context: Context, { uploadId, region, dockerfilePath = 'Dockerfile' }: CreateBuildRequest) {
  const { state, settings, newId } = context
  const content = uploaded(state, uploadId, region)
  const error = buildRegionError(context, region) ?? ('body' in content ? content : undefined)
  if (error || 'body' in content) return error ?? undocumentedBadRequest('Upload not found')
  const sight = buildSight(context)
  const key = { region, contextHash: content.contextHash, dockerfilePath }
  const cached = cachedBuild(state, key, sight.now)
  const { contextHash } = key
  if (cached) {
    return { status: 200, body: { build: buildView(cached, sight), contextHash, cached: true } } as const
  }
  const outcome = missingFile(content, dockerfilePath) ?? buildOutcome(key, settings.failingBuilds)
  const build: Build = {
    ...{ id: newId(), ...key, ...outcome, createdAt: sight.now, contextSizeBytes: content.size },
    ...{ logs: settings.buildLogs, buildAfter: settings.buildAfter },
  }
  state.builds.set(build.id, build)
  return { status: 201, body: { build: buildView(build, sight), contextHash, cached: false } } as const
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
  { region, contextHash, dockerfilePath }: Readonly<Record<'region' | 'contextHash' | 'dockerfilePath', string>>,
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
