import type { Session, SessionDetails } from '../../generated/types/index.js'
import { ORGANIZATION_ID } from './defaults.js'
import { sessionMetrics } from './session-metrics.js'
import { botStartedAt, sessionEnd } from './session-time.js'
import type { StoredSession } from './state.js'

/** A session as the list of sessions shows it. One that nobody has connected to is not shown. */
export function sessionView(session: StoredSession, now: Date): Session {
  const { id, serviceId, deploymentId, startedAt = now, coldStart, botStartAfter } = session
  const end = sessionEnd(session, now)
  const botAt = botStartedAt(session)
  const isUp = botAt !== undefined && botAt <= (end?.at ?? now)
  return {
    sessionId: id,
    serviceId,
    organizationId: ORGANIZATION_ID,
    deploymentId,
    createdAt: startedAt.toISOString(),
    updatedAt: (end?.at ?? (isUp ? botAt : startedAt)).toISOString(),
    endedAt: end ? end.at.toISOString() : null,
    botStartSeconds: isUp ? Math.round(botStartAfter / 1000) : null,
    coldStart: isUp ? coldStart : null,
    completionStatus: end ? end.status : null,
  }
}

/** A session as it is shown by itself. */
export function sessionDetails(session: StoredSession, now: Date): SessionDetails {
  return {
    ...sessionView(session, now),
    resourceMetrics: sessionMetrics(session, now),
    meetingIds: [...session.meetings],
  }
}
