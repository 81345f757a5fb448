import type { Build } from '../../generated/types/index.js'
import { sleep } from '../call/timeout.js'
import { BuildError } from '../errors/build-error.js'
import type { CallOptions } from '../options.js'
import type { BuildServices } from './build-directory.js'
import type { BuildLog } from './build-log.js'

/** How a build is followed. */
export interface FollowedBuild {
  readonly services: BuildServices
  readonly build: Build
  readonly log: BuildLog
  /** Whether its lines are read while it runs. Those of a build that has failed are read anyway. */
  readonly isFollowed: boolean
  readonly calls: CallOptions
  readonly interval: number
  readonly signal: AbortSignal
  readonly tell: (build: Build) => void
}

/** The most lines that the service gives. */
const MOST_LINES = 10_000

/**
 * Reads a build again and again until it has succeeded.
 * @throws BuildError if it fails, or what reading it throws.
 */
export async function followBuild(followed: FollowedBuild): Promise<Build> {
  const { services, log, isFollowed, calls, interval, signal, tell } = followed
  /* oxlint-disable no-await-in-loop -- one look comes after the other */
  for (let { build } = followed; ;) {
    tell(build)
    const isRunning = build.status === 'pending' || build.status === 'building'
    const hasFailed = !isRunning && build.status !== 'success'
    // Read after the state: when that is final, so are the lines.
    const failure = isFollowed || hasFailed ? await readLog(followed, build) : undefined
    if (hasFailed) throw new BuildError({ outcome: 'failed', build, logs: log.tail, cause: failure })
    if (!isRunning) return build
    await sleep(interval, signal)
    ;({ build } = await services.builds.get(build.id, calls))
  }
  /* oxlint-enable no-await-in-loop */
}

/** Reads the lines; gives what keeps it from that, as a build is none the worse for lines that cannot be read. */
async function readLog({ services, log, calls, signal }: FollowedBuild, { id }: Build): Promise<unknown> {
  const answer = await Promise.resolve(services.builds.logs(id, { limit: MOST_LINES }, calls)).then(
    ({ logs }) => ({ logs }),
    (error: unknown) => ({ error }),
  )
  signal.throwIfAborted()
  if ('error' in answer) return answer.error
  log.update(answer.logs)
  return undefined
}
