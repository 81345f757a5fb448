import { buildProgress } from '../building.js'
import type { Build } from '../state.js'
import type { Context } from './context.js'
import { findBuild, noSuchBuild } from './find-build.js'

/** `GET /builds/{buildId}/logs` */
export function getBuildLogs({ state, now }: Context, id: string, limit = 500) {
  const build = findBuild(state, id)
  if (!build) return noSuchBuild()
  const lines = printed(build, now())
  const logs = lines.slice(0, limit)
  const more = lines.length > logs.length && { nextToken: `f/${logs.length}` }
  return { status: 200, body: { logs, ...more } } as const
}

/** What a build has printed: its lines evenly over the time that it runs, and at its end what has become of it. */
function printed(build: Build, now: Date): string[] {
  const { logs = [], errorMessage, createdAt, buildAfter = 0 } = build
  const { status, startedAt, completedAt } = buildProgress(build, now)
  if (startedAt === undefined) return []
  if (completedAt !== undefined) {
    const last = status === 'success' ? 'Build complete.' : errorMessage
    return last === undefined || logs.length === 0 ? [...logs] : [...logs, last]
  }
  const end = (createdAt?.getTime() ?? 0) + buildAfter
  const part = (now.getTime() - startedAt.getTime()) / (end - startedAt.getTime())
  return logs.slice(0, Math.floor(part * (logs.length + 1)))
}
