import { agentView } from '../agent-view.js'
import { errors } from '../error-reply.js'
import { rolloutAt } from '../rollout.js'
import type { Context } from './context.js'

/** `GET /agents/{agentName}` */
export function getAgent({ state, now, readyAfter }: Context, name: string) {
  const agent = state.agents.get(name)
  if (!agent) return errors.agentNotFound()
  const rollout = rolloutAt(now(), agent.deployment.createdAt, readyAfter)
  return { status: 200, body: agentView(agent, rollout) } as const
}
