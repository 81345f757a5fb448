import type { EmulatorState, StoredAgent, StoredSession } from '../state.js'

/** The sessions of an agent, the oldest first. */
export function sessionsOf({ sessions }: EmulatorState, { id }: StoredAgent): StoredSession[] {
  return [...sessions.values()].filter(({ serviceId }) => serviceId === id)
}

/**
 * The sessions that began under the name of an agent, the oldest first: those of the agent, and those that go on although it was
 * deleted. `undefined` if there was no such agent as far as can be seen.
 */
export function sessionsOfName(
  { agents, sessions }: EmulatorState,
  name: string,
): StoredSession[] | undefined {
  const found = [...sessions.values()].filter(
    ({ agentName, startedAt }) => agentName === name && startedAt !== undefined,
  )
  return found.length > 0 || agents.has(name) ? found : undefined
}

/** A session of an agent that may have been deleted since; not one that nobody has connected to. */
export function findSession(
  { sessions }: EmulatorState,
  agentName: string,
  sessionId: string,
): StoredSession | undefined {
  // The ids are UUIDs, whose letters may be of either case (RFC 9562, 4).
  const session = sessions.get(sessionId.toLowerCase())
  return session?.agentName === agentName && session.startedAt !== undefined ? session : undefined
}
