import { errors } from '../error-reply.js'
import { isActive } from '../session-time.js'
import type { Context } from './context.js'
import { findSession } from './find-sessions.js'

/** `DELETE /agents/{agentName}/sessions/{sessionId}`. What has ended already is not found. */
export function stopSession({ state, now }: Context, agentName: string, sessionId: string) {
  const session = findSession(state, agentName, sessionId)
  const at = now()
  if (!session || !isActive(session, at)) return errors.sessionNotFound()
  state.sessions.set(session.id, { ...session, ended: { at, status: 'HTTP_COMPLETED' } })
  return { status: 200, body: { status: 'terminated', session_id: session.id } } as const
}
