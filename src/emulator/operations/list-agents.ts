import type { ListAgentsParams } from '../../../generated/types/index.js'
import { agentListItem, deploymentView } from '../agent-view.js'
import { ORGANIZATION_ID } from '../defaults.js'
import type { Context } from './context.js'

/** `GET /agents` */
export function listAgents(
  { state, now }: Context,
  { region, includeActiveDeployment }: NonNullable<ListAgentsParams['query']>,
) {
  const time = now()
  const services = [...state.agents.values()]
    .filter((agent) => region === undefined || agent.region === region)
    .map((agent) => ({
      ...agentListItem(agent, ORGANIZATION_ID, time),
      ...(includeActiveDeployment && { deployment: deploymentView(agent) }),
    }))
  return { status: 200, body: { services } } as const
}
