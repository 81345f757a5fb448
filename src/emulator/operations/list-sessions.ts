import type { ListSessionsParams } from '../../../generated/types/index.js'
import { errors } from '../error-reply.js'
import { isBetween, page } from '../page.js'
import { isActive } from '../session-time.js'
import { sessionView } from '../session-view.js'
import type { StoredSession } from '../state.js'
import type { Context } from './context.js'
import { sessionsOfName } from './find-sessions.js'

type Query = NonNullable<ListSessionsParams['query']>

/** `GET /agents/{agentName}/sessions`, the newest first. */
export function listSessions({ state, now }: Context, name: string, query: Query) {
  const sessions = sessionsOfName(state, name)
  if (!sessions) return errors.sessionNotFound()
  const time = now()
  const found = sessions.filter((session) => isWanted(session, query, time)).toReversed()
  const { limit = 10, offset = 0 } = query
  const items = page(found, { limit, offset }).map((session) => sessionView(session, time))
  return { status: 200, body: { total_count: found.length, sessions: items } } as const
}

function isWanted(session: StoredSession, query: Query, now: Date): boolean {
  const { deploymentId, status = 'all', startType = 'all', startTime, endTime } = query
  const { startTimeMin = 0, startTimeMax = 0 } = query
  const { startedAt = now, coldStart } = session
  const { botStartSeconds } = sessionView(session, now)
  return (
    (deploymentId === undefined || session.deploymentId === deploymentId) &&
    (status === 'all' || (status === 'active') === isActive(session, now)) &&
    (startType === 'all' || (startType === 'cold') === coldStart) &&
    isBetween(startedAt, startTime, endTime) &&
    (startTimeMin === 0 || (botStartSeconds ?? 0) > startTimeMin) &&
    (startTimeMax === 0 || (botStartSeconds ?? 0) < startTimeMax)
  )
}
