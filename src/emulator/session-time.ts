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
 * How many instances run for these sessions, which are in the order of their starts: as many as sessions ran at once in the last
 * five minutes, for an instance is kept that long, and never less than are kept warm.
 */
export function instanceCount(sessions: readonly StoredSession[], kept: number, now: Date): number {
  const since = now.getTime() - KEPT
  let most = kept
  let ends: number[] = []
  for (const session of sessions) {
    const start = session.startedAt?.getTime() ?? Infinity
    if (start > now.getTime()) continue
    const end = sessionEnd(session, now)?.at.getTime() ?? Infinity
    // What has ended before is out of the way, and what ended before all this leaves nothing.
    ends = [...ends.filter((it) => it > start), end]
    const still = start >= since ? ends : ends.filter((it) => it > since)
    most = Math.max(most, still.length)
  }
  return most
}
