import { agentView } from '../agent-view.js'
import { errors } from '../error-reply.js'
import type { Context } from './context.js'
import { sessionsOf } from './find-sessions.js'

/** `GET /agents/{agentName}` */
export function getAgent({ state, now }: Context, name: string) {
  const agent = state.agents.get(name)
  if (!agent) return errors.agentNotFound()
  return { status: 200, body: agentView(agent, { now: now(), sessions: sessionsOf(state, agent) }) } as const
}
