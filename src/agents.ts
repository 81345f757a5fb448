import { type Client, createAgent, getAgent } from '../generated/client/index.js'
import type { Agent, CreateAgentRequest, GetAgentParams } from '../generated/types/index.js'
import {
  validateAgent,
  validateCreateAgentRequest,
  validateGetAgentParams,
} from '../generated/validators/index.js'
import { call, type Endpoint } from './call.js'
import { checkWaitOptions } from './check-options.js'
import type { CallOptions, WaitOptions } from './options.js'
import { callSettings, type Settings } from './settings.js'
import { waitUntilReady } from './wait-until-ready.js'

const CREATE: Endpoint<{ body: CreateAgentRequest }, Agent> = {
  operation: 'createAgent',
  send: createAgent,
  validateInput: ({ body }) => validateCreateAgentRequest(body),
  validateData: validateAgent,
}

const GET: Endpoint<GetAgentParams, Agent> = {
  operation: 'getAgent',
  send: getAgent,
  validateInput: validateGetAgentParams,
  validateData: validateAgent,
}

/** The agents of an organization. */
export class Agents {
  readonly #client: Client
  readonly #settings: Settings

  constructor(client: Client, settings: Settings) {
    this.#client = client
    this.#settings = settings
  }

  /**
   * Creates an agent and starts its first deployment (`POST /agents`). The answer comes before the deployment has run: see
   * {@link waitUntilReady}. The call is not idempotent; a second one with the same name is a {@link BadRequestError}.
   *
   * @param request what to deploy: a plain object, parsed JSON, or what the builder `createAgentRequest()` builds. It is sent as
   * it is: nothing is added to it and nothing in it is changed.
   * @returns the agent, as just created.
   * @throws {RequestValidationError} if the request is not valid; nothing has been sent then.
   * @throws {ApiError} if the service refuses: 400, 401, 404, 409, …
   * @throws {ConnectionError} if there is no response.
   * @throws {TimeoutError} if it takes too long.
   * @throws {ResponseValidationError} if the response is not an agent.
   * @throws {ConfigurationError} if an option is not what it has to be.
   */
  async create(request: CreateAgentRequest, options: CallOptions = {}): Promise<Agent> {
    return call(this.#client, CREATE, { body: request }, callSettings(this.#settings, options))
  }

  /**
   * Reads an agent with its current deployment (`GET /agents/{agentName}`).
   *
   * @param name name of the agent, the `serviceName` that it was created with.
   * @throws {NotFoundError} if there is no agent of that name, and what {@link create} throws.
   */
  async get(name: string, options: CallOptions = {}): Promise<Agent> {
    return call(this.#client, GET, { path: { agentName: name } }, callSettings(this.#settings, options))
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
    const settings = callSettings(this.#settings, callOptions)
    const read = (signal: AbortSignal) =>
      call(this.#client, GET, { path: { agentName: name } }, { ...settings, signals: [signal] })
    return waitUntilReady({ name, interval, timeout, onProgress, signals: settings.signals, read })
  }
}
