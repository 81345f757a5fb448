import type { Agent, CreateAgentRequest, GetAgentParams } from '../../generated/types/index.js'
import type { WithResponse } from '../call/api-promise.js'
import { perform } from '../call/call.js'
import type { Endpoint, Unsettled } from '../call/endpoint.js'
import { isTransient, mayHaveHadEffect } from '../call/failure.js'
import { BadRequestError } from '../errors/bad-request-error.js'
import { ConflictError } from '../errors/conflict-error.js'
import { NotFoundError } from '../errors/not-found-error.js'
import { differences } from './same-configuration.js'

/** What the service says of a name that is taken, and so also of a second request that follows on one that has created the agent. */
const EXISTS = /already exists/i

/** Reading back is worth more than one attempt also where the caller wants no retries: without it nobody knows what there is. */
const LEAST_RETRIES = 2

/**
 * Finds out what became of a create whose answer was lost, by reading the agent back: its name can have been given only once.
 * @returns the agent if it has the configuration of the request, `undefined` if there is none or it cannot be read.
 * @throws ConflictError if it has another configuration.
 */
export async function settleCreate(
  get: Endpoint<GetAgentParams, Agent>,
  wanted: CreateAgentRequest,
  { error, client, settings }: Omit<Unsettled<unknown>, 'input'>,
): Promise<WithResponse<Agent> | undefined> {
  const isTaken = error instanceof BadRequestError && EXISTS.test(error.message)
  if (!isTaken && !mayHaveHadEffect(error)) return undefined
  const { retries } = settings
  const reading = { ...settings, retries: { ...retries, limit: Math.max(retries.limit, LEAST_RETRIES) } }
  const found = await perform(
    { client, settings: reading },
    get,
    { path: { agentName: wanted.serviceName } },
    {},
  ).catch((reason: unknown) => {
    // Where it cannot be read either, what the create failed with is what the caller should know.
    if (reason instanceof NotFoundError || isTransient(reason)) return undefined
    throw reason
  })
  if (found === undefined) return undefined
  const differing = differences(wanted, found.data)
  if (differing.length === 0) return found
  throw conflict(wanted.serviceName, found, differing)
}

function conflict(
  name: string,
  { data, response }: WithResponse<Agent>,
  differing: readonly string[],
): ConflictError {
  return new ConflictError({
    message:
      `createAgent failed: there is an agent ${JSON.stringify(name)} of another configuration, which differs in ` +
      differing.join(', '),
    status: 409,
    code: undefined,
    operation: 'createAgent',
    body: data,
    headers: response.headers,
  })
}
