import { PipecatCloud, type PipecatCloudOptions } from '../../src/index.js'
import { type Answer, listen, type Loopback } from '../scripts/runtime/client/loopback.js'

export { hang, inTurn, json, reset, text } from '../scripts/runtime/client/loopback.js'

/** The keys that the tests use. */
export const KEY = 'sk_9f8e7d6c5b4a39281706'
export const PUBLIC_KEY = 'pk_0123456789abcdef0123'

/** Retries that are not waited for. */
export const quickly = { limit: 2, minDelay: 1, maxDelay: 2 }

/** A request that is valid, and what it is about. */
export const request = { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' }

/** A client, and the server on loopback that it talks to. */
export interface Service extends Loopback {
  readonly pipecat: PipecatCloud
}

/** Starts a server that gives `answer` to every request, and makes a client for it. */
export async function serve(answer: Answer, options: PipecatCloudOptions = {}): Promise<Service> {
  const server = await listen(answer)
  const defaults = { apiKey: KEY, publicApiKey: PUBLIC_KEY, baseUrl: `${server.url}/v1`, retries: quickly }
  return { ...server, pipecat: new PipecatCloud({ ...defaults, ...options }) }
}

/** What a call rejects with. */
export function failure(call: PromiseLike<unknown>): Promise<unknown> {
  return Promise.resolve(call).then(
    (value) => {
      throw new Error(`It did not fail, but gave ${JSON.stringify(value)}`)
    },
    (reason: unknown) => reason,
  )
}
