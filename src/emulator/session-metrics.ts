import type { SessionMetrics, SessionSample } from '../../generated/types/index.js'
import { createRandom } from './random.js'
import { sessionEnd } from './session-time.js'
import type { StoredSession } from './state.js'

/** Milliseconds from one sample to the next. */
const INTERVAL = 5000
/** The most samples that are given: an hour of them. */
const MOST = 720

/** What a session has used so far, made up of its id; null before the first sample. */
export function sessionMetrics(session: StoredSession, now: Date): SessionMetrics | null {
  const { id, startedAt = now } = session
  const at = sessionEnd(session, now)?.at ?? now
  const count = Math.min(MOST, Math.floor((at.getTime() - startedAt.getTime()) / INTERVAL))
  if (!(count > 0)) return null
  const random = createRandom(id)
  const timeseries = Array.from({ length: count }, (_, index): SessionSample => ({
    t: Math.floor((startedAt.getTime() + (index + 1) * INTERVAL) / 1000),
    c: 100 + Math.floor(random() * 300),
    m: (380 + Math.floor(random() * 40)) * 1_048_576,
  }))
  const [cpu, memory] = [sorted(timeseries.map(({ c }) => c)), sorted(timeseries.map(({ m }) => m))]
  return {
    id,
    sessionId: id,
    sampleCount: count,
    cpuMillicoresP50: percentile(cpu, 50),
    cpuMillicoresP90: percentile(cpu, 90),
    cpuMillicoresP95: percentile(cpu, 95),
    cpuMillicoresP99: percentile(cpu, 99),
    memoryBytesP50: percentile(memory, 50),
    memoryBytesP90: percentile(memory, 90),
    memoryBytesP95: percentile(memory, 95),
    memoryBytesP99: percentile(memory, 99),
    timeseries,
    eventTs: at.toISOString(),
    createdAt: at.toISOString(),
  }
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

/** The smallest of sorted values that so many of a hundred are not above. */
function percentile(values: readonly number[], of: number): number {
  return values[Math.ceil((of / 100) * values.length) - 1] ?? 0
}
