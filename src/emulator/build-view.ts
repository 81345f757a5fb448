import { createHash } from 'node:crypto'
import type { Build as BuildBody } from '../../generated/types/index.js'
import { API_PATH } from './api-path.js'
import { buildProgress } from './building.js'
import { ORGANIZATION_ID } from './defaults.js'
import type { Build } from './state.js'

/** What a build is shown with beside what is known of it. */
export interface BuildSight {
  readonly now: Date
  /** Scheme, address and port of the emulator. */
  readonly origin: string
  /** Name of the organization. */
  readonly namespace: string
}

/** A build as the API shows it. */
export function buildView(build: Build, { now, origin, namespace }: BuildSight): BuildBody {
  const { id, region, contextSizeBytes, errorMessage } = build
  const { status, createdAt, startedAt, completedAt } = buildProgress(build, now)
  const contextHash = contextHashOf(build)
  return {
    id,
    organizationId: ORGANIZATION_ID,
    status,
    region,
    contextHash,
    dockerfilePath: dockerfilePathOf(build),
    logsUrl: `${origin}${API_PATH}/builds/${id}/logs`,
    ...(contextSizeBytes !== undefined && { contextSizeBytes }),
    ...(status === 'success' && {
      imageUri: `registry.emulator.invalid/${namespace}/${id.slice(0, 8)}:${contextHash}`,
      imageSizeBytes: 412090368 + (contextSizeBytes ?? 0),
    }),
    ...((status === 'failed' || status === 'timeout') && errorMessage !== undefined && { errorMessage }),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(startedAt &&
      completedAt && {
        completedAt: completedAt.toISOString(),
        buildDurationSeconds: Math.round((completedAt.getTime() - startedAt.getTime()) / 1e3),
      }),
    createdAt: createdAt.toISOString(),
    updatedAt: (completedAt ?? startedAt ?? createdAt).toISOString(),
  }
}

/** The hash of what was uploaded for a build. */
export function contextHashOf({ id, contextHash }: Build): string {
  return contextHash ?? createHash('md5').update(id).digest('hex').slice(0, 16)
}

/** The path of the Dockerfile of a build. */
export function dockerfilePathOf({ dockerfilePath = 'Dockerfile' }: Build): string {
  return dockerfilePath
}
