import { deploymentsOf } from '../agent-view.js'
import { errorResponse, errors } from '../error-reply.js'
import { rolloutsOf } from '../rollout.js'
import { isActive } from '../session-time.js'
import type { Context } from './context.js'
import { findSession } from './find-sessions.js'

/** Names of headers that a session does not get: those that are about the way to the platform. */
const WITHHELD = [
  'authorization',
  'content-length',
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'expect',
]

/** Where a request to a session goes. */
export interface ProxiedPath {
  readonly serviceName: string
  readonly sessionId: string
  /** Path at the bot, as it is in the URL, without a slash at its beginning. */
  readonly path: string
}

/** `/public/{serviceName}/sessions/{sessionId}/{path}`, with any method. What the bot answers is passed on as it is. */
export async function proxySession(
  context: Context,
  { serviceName, sessionId, path }: ProxiedPath,
  request: Request,
): Promise<Response> {
  const { state, settings } = context
  const now = context.now()
  const session = findSession(state, serviceName, sessionId)
  if (!session || !isActive(session, now)) {
    const agent = state.agents.get(serviceName)
    const isReady = !agent || rolloutsOf(deploymentsOf(agent), now).serving
    return errorResponse(isReady ? errors.publicServiceNotFound() : errors.deploymentNotReady())
  }
  return settings.bot(toBot(request, serviceName, path), session)
}

function toBot(request: Request, serviceName: string, path: string): Request {
  const { method, body, signal } = request
  const headers = new Headers(request.headers)
  for (const name of WITHHELD) headers.delete(name)
  const url = `http://${serviceName}/${path}${new URL(request.url).search}`
  return new Request(url, { method, headers, signal, ...(body && { body, duplex: 'half' }) })
}
