import createFetchClient from 'openapi-fetch'
import { createAgent, createClient } from '../../generated/client/index.js'
import type { paths } from '../../generated/types/openapi.js'
import { PipecatCloud, type ValidationMode } from '../../src/index.js'
import { VERSION } from '../../src/version.js'
import { request } from './exchange.js'

/** Answers a request in place of a server. */
export type Stub = (request: Request) => Promise<Response>

/** Makes what creates an agent once at each call. */
export type Contestant = (fetch: Stub) => () => PromiseLike<unknown>

const baseUrl = 'http://localhost/v1'
const apiKey = 'sk_0123456789abcdef0123456789abcdef'
/** What the facade sends by itself, for all of them to send the same. */
const headers = { authorization: `Bearer ${apiKey}`, 'user-agent': `pipecat-cloud-client/${VERSION}` }

function facade(mode: ValidationMode): Contestant {
  return (fetch) => {
    const pipecat = new PipecatCloud({
      apiKey,
      baseUrl,
      fetch,
      validate: { requests: mode, responses: mode },
    })
    return () => pipecat.agents.create(request)
  }
}

/** By name; the first is what the others are compared with. */
export const contestants: Readonly<Record<string, Contestant>> = {
  'openapi-fetch': (fetch) => {
    const client = createFetchClient<paths>({ baseUrl, fetch, headers })
    return async () => (await client.POST('/agents', { body: request })).data
  },
  'fetch by hand': (fetch) => async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }
    return (await fetch(new Request(`${baseUrl}/agents`, { ...init, body: JSON.stringify(request) }))).json()
  },
  'generated client': (fetch) => {
    const client = createClient({ baseUrl, fetch, headers })
    return async () => (await createAgent(client, { body: request })).data
  },
  'facade, not validated': facade('off'),
  'facade, request and response validated': facade('throw'),
}
