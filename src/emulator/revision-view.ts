import type { Revision, RevisionHealth } from '../../generated/types/index.js'
import { type Failure, isPullFailure } from './failing.js'
import type { RolledOut } from './rollout.js'

/** What there is to say of a deployment beside its own phase. */
export interface RevisionState {
  /** Number of instances that run. */
  readonly instances: number
  /** Whether it has been replaced, and only ends its sessions. */
  readonly isDraining: boolean
}

/** A deployment as far as it has come, as the API shows it. */
export function revisionView(
  { deployment, rollout: { phase, phaseStartedAt } }: RolledOut,
  { instances, isDraining }: RevisionState,
  now: Date,
): Revision {
  const { id, failure } = deployment
  const running = phase === 'Active' ? instances : 0
  const health =
    failure && phase !== 'Creating' ? failedHealth(failure, phaseStartedAt, now) : healthOf(running)
  return {
    deploymentID: id,
    phase: isDraining ? 'Draining' : phase,
    readyReplicas: running,
    phaseStartedAt: phaseStartedAt.toISOString(),
    // Absent until an instance has started, which with none kept warm is not before the first session.
    ...(health && { health }),
    ...(failure?.hasInfrastructureIssue && { hasInfrastructureIssue: true }),
  }
}

function healthOf(running: number): RevisionHealth | undefined {
  if (running === 0) return undefined
  return { ready: true, state: 'running', restartCount: 0, replicasStarted: running }
}

function failedHealth(failure: Failure, since: Date, now: Date): RevisionHealth {
  const { reason, message } = failure
  if (isPullFailure(failure)) {
    return {
      ready: false,
      state: 'waiting',
      restartCount: 0,
      replicasStarted: 0,
      reason,
      ...(message !== undefined && { message }),
    }
  }
  const { exitCode = 1 } = failure
  const isLoop = reason === 'CrashLoopBackOff'
  return {
    ready: false,
    state: isLoop ? 'waiting' : 'terminated',
    restartCount: isLoop ? restartCount(now.getTime() - since.getTime()) : 0,
    replicasStarted: 1,
    reason,
    lastExitCode: exitCode,
    lastTerminationReason: isLoop ? (exitCode === OUT_OF_MEMORY ? 'OOMKilled' : 'Error') : reason,
    ...(message !== undefined && { message }),
  }
}

/** What a process ends with that is killed for its memory: 128 and the number of the signal. */
const OUT_OF_MEMORY = 137

/** A crash loop waits ten seconds before the second start, then twice as long each time, up to five minutes. */
function restartCount(elapsed: number): number {
  let [count, wait, at] = [1, 10_000, 10_000]
  while (at <= elapsed && wait < LONGEST_WAIT) {
    count += 1
    wait = Math.min(2 * wait, LONGEST_WAIT)
    at += wait
  }
  return at <= elapsed ? count + 1 + Math.floor((elapsed - at) / LONGEST_WAIT) : count
}

const LONGEST_WAIT = 300_000
