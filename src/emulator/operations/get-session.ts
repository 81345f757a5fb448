import { errors } from '../error-reply.js'
import { sessionDetails } from '../session-view.js'
import type { Context } from './context.js'
import { findSession } from './find-sessions.js'

/** `GET /agents/{agentName}/sessions/{sessionId}` */
export function getSession({ state, now }: Context, agentName: string, sessionId: string) {
  const session = findSession(state, agentName, sessionId)
  if (!session) return errors.sessionNotFound()
  return { status: 200, body: sessionDetails(session, now()) } as const
}
