import type { StartSessionRequest } from '../../../generated/types/index.js'
import { deploymentsOf } from '../agent-view.js'
import { type ErrorReply, errors, undocumentedError } from '../error-reply.js'
import { scalingOf, websocketAuthOf } from '../manifest.js'
import { rolloutsOf } from '../rollout.js'
import { instanceCount, isActive } from '../session-time.js'
import { startedSession } from '../started-session.js'
import type { StoredAgent, StoredDeployment, StoredSession } from '../state.js'
import type { Context } from './context.js'
import { sessionsOf } from './find-sessions.js'

/** `POST /public/{agentName}/start` */
export function startSession(context: Context, name: string, request: StartSessionRequest) {
  const { state } = context
  const agent = state.agents.get(name)
  if (!agent) return errors.publicServiceNotFound()
  const now = context.now()
  const { serving } = rolloutsOf(deploymentsOf(agent), now)
  if (!serving) return errors.deploymentNotReady()
  const sessions = sessionsOf(state, agent)
  const error = bodyError(agent, request) ?? capacityError(agent, sessions, now)
  if (error) return error
  const session = newSession(context, { agent, deployment: serving.deployment, request, sessions, now })
  state.sessions.set(session.id, session)
  const details = { agent, session, request, namespace: context.settings.namespace, now }
  return { status: 200, body: startedSession(details) } as const
}

/** The most bytes of `body` as JSON. */
const MOST_BYTES = 1_048_576
/** The same for the transport `websocket`, with which it becomes a part of a URL. */
const MOST_WEBSOCKET_BYTES = 4096

function bodyError(
  { request: configuration }: StoredAgent,
  { transport, body }: StartSessionRequest,
): ErrorReply<400 | 413> | undefined {
  if (body === undefined) return undefined
  const isWebsocket = transport === 'websocket'
  const most = isWebsocket ? MOST_WEBSOCKET_BYTES : MOST_BYTES
  const size = Buffer.byteLength(JSON.stringify(body))
  if (size > most) return undocumentedError(413, `body has ${size} bytes as JSON; it may have ${most}`)
  if (!isWebsocket || websocketAuthOf(configuration) === 'token') return undefined
  return undocumentedError(
    400,
    'There may be no body for the transport websocket where websocketAuth is none',
  )
}

function capacityError(
  { request }: StoredAgent,
  sessions: readonly StoredSession[],
  now: Date,
): ErrorReply<429> | undefined {
  const active = sessions.filter((session) => isActive(session, now)).length
  return active >= scalingOf(request).maxReplicas ? errors.atCapacity() : undefined
}

interface Start {
  readonly agent: StoredAgent
  readonly deployment: StoredDeployment
  readonly request: StartSessionRequest
  /** Those of the agent. */
  readonly sessions: readonly StoredSession[]
  readonly now: Date
}

function newSession({ settings, newId }: Context, start: Start): StoredSession {
  const { agent, deployment, request, sessions, now } = start
  const { coldStartAfter, warmStartAfter, sessionDuration = Infinity, sessionLogs } = settings
  const { maxSessionDurationSeconds = 7200 } = deployment.manifest.spec
  const own = sessions.filter(({ deploymentId }) => deploymentId === deployment.id)
  const idle =
    instanceCount(own, scalingOf(agent.request).minReplicas, now) -
    own.filter((session) => isActive(session, now)).length
  return {
    id: newId(),
    agentName: agent.request.serviceName,
    serviceId: agent.id,
    deploymentId: deployment.id,
    // With this transport the session begins only when somebody connects.
    ...(request.transport !== 'websocket' && { startedAt: now }),
    coldStart: idle <= 0,
    botStartAfter: idle <= 0 ? coldStartAfter : warmStartAfter,
    duration: Math.min(sessionDuration, maxSessionDurationSeconds * 1000),
    ...(request.body && { body: request.body }),
    logs: sessionLogs,
    meetings: request.createDailyRoom ? [{ participantId: newId(), meetingId: newId() }] : [],
  }
}
