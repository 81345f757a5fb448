import type { Agent, CreateAgentRequest, GetAgentParams } from '../../generated/types/index.js'
import type { WithResponse } from '../call/api-promise.js'
import { perform } from '../call/call.js'
import type { Endpoint, Unsettled } from '../call/endpoint.js'
import { ConflictError } from '../errors/conflict-error.js'
import { differences } from './same-configuration.js'

/** Reading back is worth more than one attempt also where the caller wants no retries: without it nobody knows what there is. */
const LEAST_RETRIES = 2

/**
 * Finds out what became of a create whose answer was lost, by reading the agent back: its name can have been given only once. This
 * is done whatever a later request failed with, as the lost one may have had its effect in the meantime.
 * @returns the agent if it has the configuration of the request, `undefined` if there is none or it cannot be read.
 * @throws ConflictError if it has another configuration.
 */
export async function settleCreate(
  get: Endpoint<GetAgentParams, Agent>,
  wanted: CreateAgentRequest,
  { client, settings }: Pick<Unsettled<unknown>, 'client' | 'settings'>,
): Promise<WithResponse<Agent> | undefined> {
  const { retries } = settings
  const reading = { ...settings, retries: { ...retries, limit: Math.max(retries.limit, LEAST_RETRIES) } }
  const found = await perform(
    { client, settings: reading },
    get,
    { path: { agentName: wanted.serviceName } },
    {},
  ).catch(() => {
    for (const signal of settings.signals) signal.throwIfAborted()
    // Where it cannot be read either, what the create failed with is what the caller should know.
    return undefined
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
