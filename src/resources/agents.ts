import type {
  Agent,
  AgentList,
  AgentListItem,
  AgentLogs,
  CreateAgentRequest,
  GetAgentLogsParams,
  ListAgentsParams,
  LogLine,
  StatusOk,
  UpdateAgentRequest,
} from '../../generated/types/index.js'
import type { ApiPromise } from '../call/api-promise.js'
import { call, checkInput, type Connection, perform } from '../call/call.js'
import { followed, following } from '../call/followed.js'
import { type Listing, paged, whole } from '../call/listing.js'
import { checkWaitOptions } from '../check-options.js'
import { deploy, type DeployRequest } from '../deploy/deploy.js'
import { waitUntilReady } from '../deploy/wait-until-ready.js'
import * as endpoints from '../endpoints/agents.js'
import type { CallOptions, DeployOptions, FollowOptions, WaitOptions } from '../options.js'
import { callSettings, type Settings } from '../settings.js'

/** The agents of an organization. */
export class Agents {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * Creates an agent and starts its first deployment (`POST /agents`). The answer comes before the deployment has run: see
   * {@link waitUntilReady}.
   *
   * It is safe to retry, and retried: where an answer was lost, the agent is read back. If it has the configuration of the request,
   * it is the result; if it has another, the name was taken. A name that is taken is a {@link BadRequestError} otherwise.
   *
   * @param request what to deploy: a plain object, parsed JSON, or what the builder `createAgentRequest()` builds. It is sent as
   * it is: nothing is added to it and nothing in it is changed.
   * @returns the agent, as just created.
   * @throws {RequestValidationError} if the request is not valid; nothing has been sent then.
   * @throws {ApiError} if the service refuses: 400, 401, 404, 409, …
   * @throws {ConflictError} if an answer was lost and the agent of that name has another configuration, or if a secret set is not
   * ready in time.
   * @throws {ConnectionError} if there is no response.
   * @throws {TimeoutError} if it takes too long.
   * @throws {ResponseTooLargeError} if the response is too large.
   * @throws {ResponseValidationError} if the response is not an agent.
   * @throws {ConfigurationError} if an option is not what it has to be.
   */
  create(request: CreateAgentRequest, options: CallOptions = {}): ApiPromise<Agent> {
    return call(this.#connection, endpoints.CREATE, { body: request }, options)
  }

  /**
   * Reads an agent with its current deployment (`GET /agents/{agentName}`).
   *
   * @param name name of the agent, the `serviceName` that it was created with.
   * @throws {NotFoundError} if there is no agent of that name, and what {@link create} throws.
   */
  get(name: string, options: CallOptions = {}): ApiPromise<Agent> {
    return call(this.#connection, endpoints.GET, { path: { agentName: name } }, options)
  }

  /**
   * The agents of the organization, of all regions unless `region` names one (`GET /agents`).
   *
   * @example
   * for await (const { name } of pipecat.agents.list({ region: 'us-west' })) console.log(name)
   */
  list(query: ListAgentsQuery = {}, options: CallOptions = {}): Listing<AgentListItem, AgentList> {
    return whole(
      () => perform(this.#connection, endpoints.LIST, { query }, options),
      ({ services }) => services,
    )
  }

  /**
   * Changes an agent (`POST /agents/{agentName}`): what the request does not name stays as it is. A change of anything but
   * `autoScaling` starts a new deployment; see {@link waitUntilReady}.
   *
   * @throws {NotFoundError} if there is no agent of that name, or none of a secret set that is named.
   * @throws {ConflictError} if a secret set is not ready in time.
   * @throws what {@link create} throws.
   */
  update(name: string, body: UpdateAgentRequest, options: CallOptions = {}): ApiPromise<Agent> {
    // A body that is none is for the validation to refuse.
    const endpoint = body?.forceRedeploy === true ? endpoints.FORCED_UPDATE : endpoints.UPDATE
    return call(this.#connection, endpoint, { path: { agentName: name }, body }, options)
  }

  /**
   * Deletes an agent (`DELETE /agents/{agentName}`). Its running sessions go on until they end or are stopped.
   *
   * @throws {NotFoundError} if there is no agent of that name.
   */
  delete(name: string, options: CallOptions = {}): ApiPromise<StatusOk> {
    return call(this.#connection, endpoints.DELETE, { path: { agentName: name } }, options)
  }

  /**
   * What an agent has printed, by pages (`GET /agents/{agentName}/logs`): the newest line first unless `order` is `asc`. With
   * `follow` the oldest comes first, and new ones as they are printed, until the loop or the signal ends.
   *
   * @example
   * for await (const { timestamp, log } of pipecat.agents.logs('voice-starter', { follow: true })) console.log(timestamp, log)
   */
  logs(
    name: string,
    { follow = false, interval, ...query }: AgentLogsQuery & FollowOptions = {},
    options: CallOptions = {},
  ): Listing<LogLine, AgentLogs> {
    const path = { agentName: name }
    const wanted = { limit: LOG_PAGE, ...query, ...(follow && { order: 'asc' as const }) }
    const paging = {
      read: (offset: number) =>
        perform(
          this.#connection,
          endpoints.LOGS,
          { path, query: { ...wanted, ...(offset > 0 && { offset }) } },
          options,
        ),
      info: ({ logs, total }: AgentLogs) => ({
        items: logs,
        total: total.relation === 'eq' ? total.value : undefined,
      }),
      offset: query.offset ?? 0,
      keyOf: ({ timestamp, log }: LogLine) => `${timestamp} ${log}`,
    }
    return follow ? followed(paging, following(interval, this.#connection, options)) : paged(paging)
  }

  /**
   * Reads an agent again and again until its deployment is complete: `reconciledDeploymentId` equals `desiredDeploymentId`, where
   * the service tells them, and `ready` is true.
   *
   * @param name name of the agent.
   * @returns the agent, ready.
   * @throws {DeployError} if the deployment fails: the service lists `errors`, or the phase of the revision is `Failed`.
   * @throws {TimeoutError} if it takes longer than `timeout`, ten minutes by default.
   * @throws what {@link get} throws: a call that fails ends the waiting.
   * @throws the reason of the signal, at once, when that aborts.
   */
  async waitUntilReady(name: string, options: WaitOptions = {}): Promise<Agent> {
    checkWaitOptions(options)
    const { interval, timeout, onProgress, ...callOptions } = options
    const { settings, reading } = this.#within(callOptions)
    const read = (signal: AbortSignal) =>
      call(reading(signal), endpoints.GET, { path: { agentName: name } }, {})
    return waitUntilReady({ name, interval, timeout, onProgress, signals: settings.signals, read })
  }

  /**
   * Creates an agent, or updates it if there is one of that name, and waits until the deployment is ready, as
   * {@link waitUntilReady} does.
   *
   * @param request what to deploy. Of an agent that exists everything is changed that the request names, but its region, which has
   * to be the same, and the switches `enableKrisp` and `enableManagedKeys`, which only a create has.
   * @returns the agent, ready.
   * @throws {DeployError} if the deployment fails, is not ready within `timeout` (ten minutes by default), or the signal aborts.
   * @throws {ConfigurationError} if the agent is in another region.
   * @throws what {@link create} and {@link update} throw.
   */
  async deploy(request: DeployRequest, options: DeployOptions = {}): Promise<Agent> {
    checkWaitOptions(options)
    const { interval, timeout = DEPLOY_TIMEOUT, onProgress, ...callOptions } = options
    const { settings, reading } = this.#within(callOptions)
    // Before anything is sent; with `warn` the call itself tells.
    if (settings.validate.requests === 'throw') {
      const { forceRedeploy: _forceRedeploy, ...body } = request ?? {}
      checkInput(endpoints.CREATE, { body }, settings)
    }
    const path = { agentName: request.serviceName }
    // A secret set that is not ready yet may take as long as the whole deployment.
    const changing = (signal: AbortSignal) => {
      const { client, settings: base } = reading(signal)
      return { client, settings: { ...base, timeout, attemptTimeout: base.attemptTimeout ?? base.timeout } }
    }
    return deploy(request, {
      read: (signal) => call(reading(signal), endpoints.GET, { path }, {}),
      create: (body, signal) => call(changing(signal), endpoints.CREATE, { body }, {}),
      update: (body, signal) =>
        call(
          changing(signal),
          body.forceRedeploy === true ? endpoints.FORCED_UPDATE : endpoints.UPDATE,
          { path, body },
          {},
        ),
      interval,
      timeout,
      signals: settings.signals,
      onProgress,
    })
  }

  /** The settings of something that takes several calls, and the connection of each of them, which ends with the signal. */
  #within(options: CallOptions): { settings: Settings; reading: (signal: AbortSignal) => Connection } {
    const { client, settings: base } = this.#connection
    const settings = callSettings(base, options)
    return { settings, reading: (signal) => ({ client, settings: { ...settings, signals: [signal] } }) }
  }
}

/** Lines to a page: what the official command line asks for. */
const LOG_PAGE = 100
/** What the official command line waits for a deployment, in milliseconds. */
const DEPLOY_TIMEOUT = 600_000

/** What agents are wanted. */
export type ListAgentsQuery = NonNullable<ListAgentsParams['query']>

/** What lines are wanted. */
export type AgentLogsQuery = NonNullable<GetAgentLogsParams['query']>
