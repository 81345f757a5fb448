import type { CreateAgentRequest } from '../../../generated/types/index.js'
import { agentView } from '../agent-view.js'
import { manifestOf } from '../manifest.js'
import type { StoredAgent } from '../state.js'
import type { Context } from './context.js'
import { createAgentError } from './create-agent-rules.js'

/** `POST /agents` */
export function createAgent(context: Context, request: CreateAgentRequest) {
  const { state, newId, now, namespace } = context
  const region = request.region ?? defaultRegion(state.regions)
  const error = createAgentError({ request, region, state })
  if (error) return error
  const createdAt = now()
  const deployment = { id: newId(), manifest: manifestOf(request, namespace), createdAt }
  const agent: StoredAgent = { id: newId(), region, request, createdAt, deployment }
  state.agents.set(request.serviceName, agent)
  // The API answers before the deployment is looked at, however fast that is.
  return { status: 200, body: agentView(agent, undefined) } as const
}

/** `us-west`, which the document says; an emulator that was given other regions has its first for the default. */
function defaultRegion(regions: readonly string[]): string {
  return regions.find((region) => region === 'us-west') ?? regions[0]!
}
