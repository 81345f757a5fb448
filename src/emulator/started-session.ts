import { createHash } from 'node:crypto'
import type { IceConfig, StartedSession, StartSessionRequest } from '../../generated/types/index.js'
import { websocketAuthOf } from './manifest.js'
import type { StoredAgent, StoredSession } from './state.js'

/** What the answer to a start is made of. */
export interface SessionStart {
  readonly agent: StoredAgent
  readonly session: StoredSession
  readonly request: StartSessionRequest
  /** Name of the organization. */
  readonly namespace: string
  readonly now: Date
}

/** Where and how to join a session. The rooms, servers and tokens are none that exist. */
export function startedSession(start: SessionStart): StartedSession {
  const { session, request } = start
  return {
    sessionId: session.id,
    ...(request.createDailyRoom && {
      dailyRoom: `https://emulator.daily.co/${digest(session.id).slice(0, 10)}`,
      dailyToken: token({ room: session.id }),
    }),
    ...(request.enableDefaultIceServers && { iceConfig: iceConfig(start) }),
    ...(request.transport === 'websocket' && websocketDetails(start)),
  }
}

function iceConfig({ session, now }: SessionStart): IceConfig {
  return {
    iceServers: [
      { urls: ['stun:stun.emulator.invalid:3478'] },
      {
        urls: [
          'turn:turn.emulator.invalid:3478?transport=udp',
          'turns:turn.emulator.invalid:5349?transport=tcp',
        ],
        username: String(Math.floor(now.getTime() / 1000) + 3600),
        credential: digest(session.id).slice(0, 20),
      },
    ],
  }
}

function websocketDetails({ agent, session, request, namespace, now }: SessionStart): StartedSession {
  const { serviceName } = agent.request
  const wsUrl = `wss://${agent.region}.api.pipecat.daily.co/ws/generic/${serviceName}.${namespace}`
  if (websocketAuthOf(agent.request) === 'none') return { wsUrl }
  const expires = Math.floor(now.getTime() / 1000) + 300
  return {
    wsUrl,
    token: token({ agent: serviceName, org: namespace, session: session.id, exp: expires }),
    ...(request.body && { body: Buffer.from(JSON.stringify(request.body)).toString('base64') }),
  }
}

/** Two parts in the URL's alphabet of base64, as the tokens of the service have. */
function token(claims: object): string {
  const text = JSON.stringify(claims)
  return `${Buffer.from(text).toString('base64url')}.${digest(text)}`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
