import type { CreateAgentRequest } from '../../../generated/types/index.js'
import { type ErrorReply, errors, type Finding } from '../error-reply.js'
import type { EmulatorState } from '../state.js'

/** A request to create an agent, and what it is judged by. */
export interface Creation {
  readonly request: CreateAgentRequest
  /** Code of the region that the agent is to be in. */
  readonly region: string
  readonly state: EmulatorState
}

/** A rule that the document cannot say with a schema. */
type Rule = (creation: Creation) => ErrorReply<400 | 404 | 409> | undefined

/** Which order the API has is not documented. */
const RULES: readonly Rule[] = [
  parametersError,
  nameError,
  secretSetError,
  imagePullSecretSetError,
  buildError,
]

/** The error of the first rule that a request breaks. */
export function createAgentError(creation: Creation): ErrorReply<400 | 404 | 409> | undefined {
  for (const rule of RULES) {
    const error = rule(creation)
    if (error) return error
  }
  return undefined
}

/** The document has no enum for these two, and the API no message of its own. */
function parametersError({ request, region, state }: Creation) {
  const findings: Finding[] = [
    ...notOneOf('/body/region', region, state.regions),
    ...notOneOf('/body/nodeType', request.nodeType ?? 'arm', ['arm']),
  ]
  return findings.length === 0 ? undefined : errors.invalidParameters(findings)
}

function notOneOf(pointer: string, value: string, allowed: readonly string[]): Finding[] {
  if (allowed.includes(value)) return []
  const list = allowed.map((it) => JSON.stringify(it)).join(', ')
  return [{ pointer, message: `must be one of ${list}, but is ${JSON.stringify(value)}` }]
}

function nameError({ request, state }: Creation) {
  return state.agents.has(request.serviceName) ? errors.agentExists() : undefined
}

function secretSetError(creation: Creation) {
  return setError(creation, creation.request.secretSet, 'secret', errors.secretSetInOtherRegion)
}

function imagePullSecretSetError(creation: Creation) {
  const name = creation.request.imagePullSecretSet
  return setError(creation, name, 'imagePullSecret', errors.imagePullSecretSetInOtherRegion)
}

function setError(
  { region, state }: Creation,
  name: string | undefined,
  wantedType: 'secret' | 'imagePullSecret',
  inOtherRegion: (name: string, itsRegion: string, region: string) => ErrorReply<400>,
) {
  if (name === undefined) return undefined
  const set = state.secretSets.get(name)
  if (!set) return errors.secretSetNotFound()
  const { type = 'secret', status = 'ready' } = set
  if (type !== wantedType) return errors.secretSetNotFound()
  if (set.region !== region) return inOtherRegion(name, set.region, region)
  return status === 'ready' ? undefined : errors.secretSetNotReady(name)
}

function buildError({ request: { buildId }, region, state }: Creation) {
  if (buildId === undefined) return undefined
  const build = state.builds.get(buildId)
  if (!build) return errors.buildNotFound()
  if (build.region !== region) return errors.buildInOtherRegion(build.region, region)
  const { status = 'success' } = build
  return status === 'success' ? undefined : errors.buildNotReady(status)
}
