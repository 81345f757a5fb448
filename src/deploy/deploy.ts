import type {
  Agent,
  CreateAgentRequest,
  Revision,
  RevisionHealth,
  UpdateAgentRequest,
} from '../../generated/types/index.js'
import { withDeadline } from '../call/timeout.js'
import { BadRequestError } from '../errors/bad-request-error.js'
import { ConfigurationError } from '../errors/configuration-error.js'
import { DeployError } from '../errors/deploy-error.js'
import { NotFoundError } from '../errors/not-found-error.js'
import { TimeoutError } from '../errors/timeout-error.js'
import { waitUntilReady } from './wait-until-ready.js'

/** What to deploy: what an agent is created with, or changed to where it exists already. */
export type DeployRequest = CreateAgentRequest & Pick<UpdateAgentRequest, 'forceRedeploy'>

/** How far a deployment has come. */
export interface DeployProgress {
  /** Whether the agent was created by this deployment, or updated. */
  readonly action: 'create' | 'update'
  /** The agent as it was read last. */
  readonly agent: Agent
  /** The revision that is rolled out, as far as the service tells. */
  readonly revision: Revision | undefined
  /** `Creating`, `Validating`, `Active`, `Draining` or `Failed`, as far as the service tells. */
  readonly phase: Revision['phase']
  /** How its instances are doing, once one has started. */
  readonly health: RevisionHealth | undefined
}

/** How an agent is deployed. The calls end when the signal aborts. */
export interface Deploying {
  readonly read: (signal: AbortSignal) => PromiseLike<Agent>
  readonly create: (request: CreateAgentRequest, signal: AbortSignal) => PromiseLike<Agent>
  readonly update: (request: UpdateAgentRequest, signal: AbortSignal) => PromiseLike<Agent>
  readonly interval: number | undefined
  readonly timeout: number
  readonly signals: readonly AbortSignal[]
  readonly onProgress: ((progress: DeployProgress) => void) | undefined
}

/**
 * Creates an agent, or updates it if it exists, and waits until its deployment is ready.
 * @throws DeployError if the deployment fails, is not ready in time, or a signal aborts; and what the calls throw.
 */
export async function deploy(request: DeployRequest, deploying: Deploying): Promise<Agent> {
  const { timeout, signals, read, interval, onProgress } = deploying
  const name = request.serviceName
  const late = new TimeoutError(
    `Agent ${JSON.stringify(name)} was not deployed within ${timeout} ms`,
    timeout,
  )
  let last: Agent | undefined
  try {
    return await withDeadline({ signals, limit: { timeout, toError: () => late } }, async (signal) => {
      const action = await begin(request, deploying, signal)
      const tell = (agent: Agent) => {
        last = agent
        onProgress?.(progressOf(action, agent))
      }
      const waiting = { name, interval, timeout: Infinity, onProgress: tell, signals: [signal], read }
      return waitUntilReady(waiting)
    })
  } catch (error) {
    const details = { name, agent: last, cause: error }
    if (error === late) throw new DeployError({ ...details, outcome: 'timeout', reason: stateOf(last) })
    if (signals.some(({ aborted, reason }) => aborted && reason === error)) {
      throw new DeployError({ ...details, outcome: 'aborted', reason: stateOf(last) })
    }
    throw error
  }
}

/** Starts the deployment. */
async function begin(
  { forceRedeploy, ...request }: DeployRequest,
  { read, create, update }: Deploying,
  signal: AbortSignal,
): Promise<DeployProgress['action']> {
  const existing = await orUndefined(read(signal), NotFoundError)
  if (existing === undefined) {
    // Another caller may have been quicker.
    const created = await orUndefined(create(request, signal), BadRequestError, /already exists/i)
    if (created !== undefined) return 'create'
  } else requireSameRegion(request, existing)
  await update({ ...changesOf(request), ...(forceRedeploy !== undefined && { forceRedeploy }) }, signal)
  return 'update'
}

/** What of a request can be changed afterwards: all but the name, the region, and two switches that only a create has. */
function changesOf(request: CreateAgentRequest): UpdateAgentRequest {
  const {
    serviceName: _name,
    region: _region,
    enableKrisp: _krisp,
    enableManagedKeys: _keys,
    ...changes
  } = request
  return changes
}

function requireSameRegion({ serviceName, region }: CreateAgentRequest, agent: Agent): void {
  if (region === undefined || agent.region === undefined || region === agent.region) return
  throw new ConfigurationError(
    `Agent ${JSON.stringify(serviceName)} is in the region ${agent.region} and cannot be moved to ${region}: ` +
      'deploy it under another name, or delete it first',
  )
}

async function orUndefined<T>(
  call: PromiseLike<T>,
  ErrorClass: typeof NotFoundError | typeof BadRequestError,
  message = /^/,
): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ErrorClass && message.test(error.message)) return undefined
    throw error
  }
}

function progressOf(action: DeployProgress['action'], agent: Agent): DeployProgress {
  const revision = agent.currentRevision ?? undefined
  return { action, agent, revision, phase: revision?.phase, health: revision?.health }
}

/** What an agent that is not ready is doing. */
function stateOf(agent: Agent | undefined): string {
  if (agent === undefined) return 'its state was not read'
  const { phase, health } = agent.currentRevision ?? {}
  const parts = [phase === undefined ? 'it is not ready' : `its phase is ${phase}`, health?.reason]
  if (agent.available === true) parts.push('the deployment before goes on serving')
  return parts.filter((part) => part !== undefined).join(', ')
}
