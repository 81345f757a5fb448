import type { GetAgentLogsParams } from '../../../generated/types/index.js'
import { errors } from '../error-reply.js'
import { isBetween, page } from '../page.js'
import { printedLines } from '../printed-lines.js'
import type { Context } from './context.js'
import { sessionsOf } from './find-sessions.js'

type Query = NonNullable<GetAgentLogsParams['query']>

/** `GET /agents/{agentName}/logs` */
export function getAgentLogs({ state, now }: Context, name: string, query: Query) {
  const agent = state.agents.get(name)
  if (!agent) return errors.agentNotFound()
  const { limit = 10, offset = 0, order = 'desc', deploymentId, startTime, endTime } = query
  const { query: text, sessionId } = query
  const lines = printedLines(state, agent, sessionsOf(state, agent), now()).filter(
    (line) =>
      (deploymentId === undefined || line.deploymentId === deploymentId) &&
      (sessionId === undefined || line.sessionId === sessionId.toLowerCase()) &&
      (text === undefined || line.log.includes(text)) &&
      isBetween(line.at, startTime, endTime),
  )
  const ordered = order === 'asc' ? lines : lines.toReversed()
  const logs = page(ordered, { limit, offset }).map(({ log, timestamp, deploymentId: id }) => ({
    log,
    timestamp,
    deploymentId: id,
  }))
  return { status: 200, body: { total: { value: lines.length, relation: 'eq' }, logs } } as const
}
