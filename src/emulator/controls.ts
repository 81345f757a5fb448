import type { Context } from './operations/context.js'
import { isActive } from './session-time.js'
import type { StoredSession } from './state.js'

/** A text that a test makes an agent print. */
export interface PrintedText {
  /** Name of the agent. */
  readonly agent: string
  /** Each of its lines becomes one. */
  readonly log: string
  /** Id of the session that it belongs to. Default: none. */
  readonly sessionId?: string | undefined
}

/** What happens without a request, made to happen by tests. */
export interface Controls {
  /**
   * Makes an agent print something now.
   * @throws Error if there is no such agent, or no such session.
   */
  readonly print: (text: PrintedText) => void
  /**
   * Ends a session now, as if its bot or its caller had.
   * @param status its `completionStatus`: `HTTP_COMPLETED`, `HTTP_ERROR`, `WS_CONNECTION_CLOSED` or a status of HTTP. Default:
   * `HTTP_COMPLETED`.
   * @throws Error if no such session runs.
   */
  readonly endSession: (sessionId: string, status?: string) => void
  /**
   * Begins a session that was started for the transport `websocket`, as if somebody had connected.
   * @throws Error if no such session waits for that.
   */
  readonly connectSession: (sessionId: string) => void
}

/** Makes the controls of an emulator. */
export function createControls({ state, now }: Context): Controls {
  const sessionOf = (id: string): StoredSession => {
    const session = state.sessions.get(id)
    if (!session) throw new Error(`There is no session ${JSON.stringify(id)}`)
    return session
  }
  return {
    print: ({ agent: name, log, sessionId }) => {
      const agent = state.agents.get(name)
      if (!agent) throw new Error(`There is no agent ${JSON.stringify(name)}`)
      const session = sessionId === undefined ? undefined : sessionOf(sessionId)
      const deploymentId = session?.deploymentId ?? agent.deployment.id
      const place = {
        at: now(),
        serviceId: agent.id,
        deploymentId,
        ...(sessionId !== undefined && { sessionId }),
      }
      state.lines.push(...log.split('\n').map((line) => ({ ...place, log: line })))
    },
    endSession: (id, status = 'HTTP_COMPLETED') => {
      const [session, at] = [sessionOf(id), now()]
      if (!isActive(session, at)) throw new Error(`The session ${JSON.stringify(id)} does not run`)
      state.sessions.set(id, { ...session, ended: { at, status } })
    },
    connectSession: (id) => {
      const session = sessionOf(id)
      if (session.startedAt) throw new Error(`The session ${JSON.stringify(id)} has begun already`)
      state.sessions.set(id, { ...session, startedAt: now() })
    },
  }
}
