import type { ListBuildsParams } from '../../../generated/types/index.js'
import { buildView } from '../build-view.js'
import { page } from '../page.js'
import type { Context } from './context.js'
import { buildSight } from './find-build.js'

/** `GET /builds`, the newest first. */
export function listBuilds(context: Context, query: NonNullable<ListBuildsParams['query']>) {
  const { status, region, contextHash, limit = 20, offset = 0 } = query
  const sight = buildSight(context)
  const builds = [...context.state.builds.values()]
    .toReversed()
    .map((build) => buildView(build, sight))
    .filter(
      (build) =>
        (status === undefined || build.status === status) &&
        (region === undefined || build.region === region) &&
        (contextHash === undefined || build.contextHash === contextHash),
    )
  return {
    status: 200,
    body: { builds: page(builds, { limit, offset }), total: builds.length, limit, offset },
  } as const
}
