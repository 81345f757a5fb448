import { undocumentedBadRequest, type ErrorReply, undocumentedError } from '../error-reply.js'
import type { Build, EmulatorState } from '../state.js'
import type { BuildSight } from '../build-view.js'
import type { Context } from './context.js'

/** What builds are shown with now. */
export function buildSight({ now, origin, settings: { namespace } }: Context): BuildSight {
  return { now: now(), origin: origin(), namespace }
}

/** A build, by its id. */
export function findBuild({ builds }: EmulatorState, id: string): Build | undefined {
  // The ids are UUIDs, whose letters may be of either case (RFC 9562, 4).
  return builds.get(id) ?? builds.get(id.toLowerCase())
}

/** The answer where there is no build of an id. */
export function noSuchBuild(): ErrorReply<404> {
  const { status, body } = undocumentedError(404, 'Build not found')
  return { status, body: { ...body, code: 'NOT_FOUND' } }
}

/** The error of a region in which nothing can be built. */
export function buildRegionError(
  { state: { regions }, settings: { buildRegions = regions } }: Context,
  region: string,
): ErrorReply<400> | undefined {
  return buildRegions.includes(region)
    ? undefined
    : undocumentedBadRequest(`Cloud builds are not enabled in region '${region}'`)
}
