import type { SessionEnd, StoredSession } from './state.js'

/** How long an instance is kept after its session, in milliseconds. */
const KEPT = 300_000

/** The end of a session, if it has ended. */
export function sessionEnd({ startedAt, duration, ended }: StoredSession, now: Date): SessionEnd | undefined {
  if (ended && ended.at <= now) return ended
  if (startedAt === undefined) return undefined
  const at = new Date(startedAt.getTime() + duration)
  return at <= now ? { at, status: 'HTTP_COMPLETED' } : undefined
}

/** Whether a session runs. */
export function isActive(session: StoredSession, now: Date): boolean {
  return session.startedAt !== undefined && session.startedAt <= now && sessionEnd(session, now) === undefined
}

/** When the bot of a session is up. */
export function botStartedAt({ startedAt, botStartAfter }: StoredSession): Date | undefined {
  return startedAt && new Date(startedAt.getTime() + botStartAfter)
}

/**
 * How many instances run for these sessions: as many as sessions ran at once in the last five minutes, for an instance is kept that
 * long, and never less than are kept warm.
 */
export function instanceCount(sessions: readonly StoredSession[], kept: number, now: Date): number {
  const since = new Date(now.getTime() - KEPT)
  const isRecent = (session: StoredSession) => {
    const end = sessionEnd(session, now)
    return end === undefined ? isActive(session, now) : end.at >= since
  }
  const recent = sessions.filter(isRecent)
  const starts = recent.flatMap(({ startedAt }) => (startedAt && startedAt > since ? [startedAt] : []))
  const counts = [since, ...starts].map((at) => recent.filter((session) => isActive(session, at)).length)
  return Math.max(kept, ...counts)
}
