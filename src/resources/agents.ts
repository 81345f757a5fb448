import { createAgent, getAgent } from '../../generated/client/index.js'
import type { Agent, CreateAgentRequest, GetAgentParams } from '../../generated/types/index.js'
import {
  validateAgent,
  validateCreateAgentRequest,
  validateGetAgentParams,
} from '../../generated/validators/index.js'
import type { ApiPromise } from '../call/api-promise.js'
import { call, type Connection } from '../call/call.js'
import type { Endpoint } from '../call/endpoint.js'
import { checkWaitOptions } from '../check-options.js'
import { settleCreate } from '../deploy/settle-create.js'
import { waitUntilReady } from '../deploy/wait-until-ready.js'
import type { CallOptions, WaitOptions } from '../options.js'
import { callSettings } from '../settings.js'

const GET: Endpoint<GetAgentParams, Agent> = {
  operation: 'getAgent',
  key: 'private',
  send: getAgent,
  validateInput: validateGetAgentParams,
  validateData: validateAgent,
  idempotent: true,
}

const CREATE: Endpoint<{ body: CreateAgentRequest }, Agent> = {
  operation: 'createAgent',
  key: 'private',
  send: createAgent,
  validateInput: ({ body }) => validateCreateAgentRequest(body),
  validateData: validateAgent,
  idempotent: false,
  retryConflicts: true,
  settle: ({ input, ...failure }) => settleCreate(GET, input.body, failure),
}

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
    return call(this.#connection, CREATE, { body: request }, options)
  }

  /**
   * Reads an agent with its current deployment (`GET /agents/{agentName}`).
   *
   * @param name name of the agent, the `serviceName` that it was created with.
   * @throws {NotFoundError} if there is no agent of that name, and what {@link create} throws.
   */
  get(name: string, options: CallOptions = {}): ApiPromise<Agent> {
    return call(this.#connection, GET, { path: { agentName: name } }, options)
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
    const { client, settings } = this.#connection
    const ofCall = callSettings(settings, callOptions)
    const read = (signal: AbortSignal) => {
      const reading = { client, settings: { ...ofCall, signals: [signal] } }
      return call(reading, GET, { path: { agentName: name } }, {})
    }
    return waitUntilReady({ name, interval, timeout, onProgress, signals: ofCall.signals, read })
  }
}
