import type { Agent } from '../../generated/types/index.js'
import { DeployError } from '../errors/deploy-error.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { WaitOptions } from '../options.js'
import { readiness } from './readiness.js'
import { sleep, withDeadline } from '../call/timeout.js'

/** How an agent is waited for. */
export interface Waiting extends Pick<WaitOptions, 'interval' | 'timeout' | 'onProgress'> {
  /** Name of the agent. */
  readonly name: string
  readonly signals: readonly AbortSignal[]
  /** Reads the agent; rejects when the signal aborts. */
  readonly read: (signal: AbortSignal) => PromiseLike<Agent>
}

/**
 * Reads an agent again and again until it is ready.
 * @throws DeployError if its deployment fails, TimeoutError if it takes too long, what `read` throws, or the reason of a signal.
 */
export async function waitUntilReady(waiting: Waiting): Promise<Agent> {
  const { name, interval = 5000, timeout = 600_000, onProgress, signals, read } = waiting
  const toError = () =>
    new TimeoutError(`Agent ${JSON.stringify(name)} was not ready within ${timeout} ms`, timeout)
  return withDeadline({ signals, limit: { timeout, toError } }, async function poll(signal): Promise<Agent> {
    const agent = await read(signal)
    onProgress?.(agent)
    const found = readiness(agent)
    if (found.state === 'failed') {
      throw new DeployError({ name, outcome: 'failed', reason: found.reason, agent })
    }
    if (found.state === 'ready') return agent
    await sleep(interval, signal)
    return poll(signal)
  })
}
