import type { LogLine } from '../../generated/types/index.js'
import { deploymentsOf } from './agent-view.js'
import { rolloutAt } from './rollout.js'
import { botStartedAt, sessionEnd } from './session-time.js'
import type { EmulatorState, StoredAgent, StoredDeployment, StoredLine, StoredSession } from './state.js'

/** A line as the API shows it, and the session that it belongs to. */
export interface PrintedLine extends LogLine {
  readonly at: Date
  readonly deploymentId: string
  readonly sessionId: string | undefined
}

/** All that an agent has printed, the oldest line first. */
export function printedLines(
  { lines }: EmulatorState,
  agent: StoredAgent,
  sessions: readonly StoredSession[],
  now: Date,
): PrintedLine[] {
  const all = [
    ...deploymentsOf(agent).flatMap((deployment) => deploymentLines(agent, deployment, now)),
    ...sessions.flatMap((session) => sessionLines(session, now)),
    ...lines.filter(({ serviceId }) => serviceId === agent.id),
  ]
  // The sort is stable, so that lines of the same moment keep their order.
  const printed = all.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime())
  return stamped(printed)
}

function deploymentLines(agent: StoredAgent, deployment: StoredDeployment, now: Date): StoredLine[] {
  const { id, createdAt, readyAfter, failure } = deployment
  const rollout = rolloutAt(now, createdAt, readyAfter, failure !== undefined)
  if (rollout?.phase !== 'Active' && rollout?.phase !== 'Failed') return []
  const text = failure ? (failure.message ?? failure.reason) : 'Application startup complete.'
  return text
    .split('\n')
    .map((log) => ({ at: rollout.phaseStartedAt, log, serviceId: agent.id, deploymentId: id }))
}

function sessionLines(session: StoredSession, now: Date): StoredLine[] {
  const { id, serviceId, deploymentId, logs, startedAt } = session
  const botAt = botStartedAt(session)
  if (startedAt === undefined || botAt === undefined) return []
  const line = (at: Date, log: string): StoredLine => ({ at, log, serviceId, deploymentId, sessionId: id })
  const end = sessionEnd(session, now)
  const own = logs.map((log, second) => line(new Date(botAt.getTime() + second * 1000), log))
  return [
    line(startedAt, `Session ${id} started`),
    ...own.filter(({ at }) => end === undefined || at <= end.at),
    ...(end ? [line(end.at, `Session ${id} ended: ${end.status}`)] : []),
  ]
}

/** Times as the API has them, with nine digits; those of the same millisecond are told apart by the last six. */
function stamped(lines: readonly StoredLine[]): PrintedLine[] {
  let [before, count] = [Number.NaN, 0]
  return lines.map(({ at, log, deploymentId, sessionId }) => {
    count = at.getTime() === before ? count + 1 : 0
    before = at.getTime()
    const timestamp = at.toISOString().replace('Z', `${String(count).padStart(6, '0')}Z`)
    return { at, log, timestamp, deploymentId, sessionId }
  })
}
