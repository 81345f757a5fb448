import { buildProgress } from '../building.js'
import { type ErrorReply, errors, type Finding, type Placing } from '../error-reply.js'
import { secretSetStatus } from '../provisioning.js'
import type { EmulatorState } from '../state.js'

/** What a request for an agent refers to, and what that is judged by. */
export interface References {
  readonly secretSet?: string | undefined
  readonly imagePullSecretSet?: string | undefined
  readonly buildId?: string | undefined
  /** Code of the region that the agent is in, or is to be. */
  readonly region: string
  readonly placing: Placing
  /** The error for a set that there is not. */
  readonly setNotFound: () => ErrorReply<404>
  readonly state: EmulatorState
  readonly now: Date
}

/** The error of the first reference that cannot be: a set or build that is unknown, elsewhere or not ready. */
export function referenceError(references: References): ErrorReply<400 | 404 | 409> | undefined {
  const { secretSet, imagePullSecretSet } = references
  return (
    setError(references, secretSet, 'secret', errors.secretSetInOtherRegion) ??
    setError(references, imagePullSecretSet, 'imagePullSecret', errors.imagePullSecretSetInOtherRegion) ??
    buildError(references)
  )
}

/** What is wrong with a value that has to be one of several. The document has no enum where this is needed. */
export function notOneOf(pointer: string, value: string, allowed: readonly string[]): Finding[] {
  if (allowed.includes(value)) return []
  const list = allowed.map((it) => JSON.stringify(it)).join(', ')
  return [{ pointer, message: `must be one of ${list}, but is ${JSON.stringify(value)}` }]
}

function setError(
  { region, placing, setNotFound, state, now }: References,
  name: string | undefined,
  wantedType: 'secret' | 'imagePullSecret',
  inOtherRegion: (name: string, itsRegion: string, region: string, placing: Placing) => ErrorReply<400>,
): ErrorReply<400 | 404 | 409> | undefined {
  if (name === undefined) return undefined
  const set = state.secretSets.get(name)
  if (!set || (set.type ?? 'secret') !== wantedType) return setNotFound()
  if (set.region !== region) return inOtherRegion(name, set.region, region, placing)
  return secretSetStatus(set, now) === 'ready' ? undefined : errors.secretSetNotReady(name)
}

function buildError({ buildId, region, state, now }: References): ErrorReply<400> | undefined {
  if (buildId === undefined) return undefined
  const build = state.builds.get(buildId)
  if (!build) return errors.buildNotFound()
  if (build.region !== region) return errors.buildInOtherRegion(build.region, region)
  const { status } = buildProgress(build, now)
  return status === 'success' ? undefined : errors.buildNotReady(status)
}
