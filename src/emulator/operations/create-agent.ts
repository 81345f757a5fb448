import type { CreateAgentRequest } from '../../../generated/types/index.js'
import { agentView } from '../agent-view.js'
import type { StoredAgent } from '../state.js'
import type { Context } from './context.js'
import { createAgentError } from './create-agent-rules.js'
import { newDeployment } from './new-deployment.js'

/** `POST /agents` */
export function createAgent(context: Context, request: CreateAgentRequest) {
  const { state, newId } = context
  const region = request.region ?? state.properties.defaultRegion
  const now = context.now()
  const error = createAgentError({ request, region, state, now })
  if (error) return error
  const deployment = newDeployment(context, request, now)
  const agent: StoredAgent = {
    id: newId(),
    region,
    request,
    createdAt: now,
    updatedAt: now,
    deployment,
    earlier: [],
  }
  // The API answers before the deployment is looked at, however fast that is.
  const body = agentView(agent, { now, sessions: [], deployments: [] })
  state.agents.set(request.serviceName, agent)
  return { status: 200, body } as const
}
