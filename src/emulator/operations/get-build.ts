import { buildView } from '../build-view.js'
import type { Context } from './context.js'
import { buildSight, findBuild, noSuchBuild } from './find-build.js'

/** `GET /builds/{buildId}` */
export function getBuild(context: Context, id: string) {
  const build = findBuild(context.state, id)
  if (!build) return noSuchBuild()
  return { status: 200, body: { build: buildView(build, buildSight(context)) } } as const
}
