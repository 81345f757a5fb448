import type { CreateAgentRequest } from '../../../generated/types/index.js'
import { type ErrorReply, errors, type Finding } from '../error-reply.js'
import type { EmulatorState } from '../state.js'
import { notOneOf, referenceError } from './reference-rules.js'

/** A request to create an agent, and what it is judged by. */
export interface Creation {
  readonly request: CreateAgentRequest
  /** Code of the region that the agent is to be in. */
  readonly region: string
  readonly state: EmulatorState
  readonly now: Date
}

/** The error of the first rule that a request breaks. Which order the API has is not documented. */
export function createAgentError(creation: Creation): ErrorReply<400 | 404 | 409> | undefined {
  const { request, region, state, now } = creation
  const { secretSet, imagePullSecretSet, buildId } = request
  return (
    parametersError(creation) ??
    (state.agents.has(request.serviceName) ? errors.agentExists() : undefined) ??
    referenceError({
      secretSet,
      imagePullSecretSet,
      buildId,
      region,
      state,
      now,
      placing: 'will be created in',
      setNotFound: errors.secretSetNotFound,
    })
  )
}

/** The document has no enum for these two, and the API no message of its own. */
function parametersError({ request, region, state }: Creation): ErrorReply<400> | undefined {
  const findings: Finding[] = [
    ...notOneOf('/body/region', region, state.regions),
    ...notOneOf('/body/nodeType', request.nodeType ?? 'arm', ['arm']),
  ]
  return findings.length === 0 ? undefined : errors.invalidParameters(findings)
}
