import { PipecatCloud, type PipecatCloudOptions } from '../../src/index.js'
import { type Answer, listen, type Loopback } from '../scripts/runtime/client/loopback.js'

export { json, text } from '../scripts/runtime/client/loopback.js'

/** The key that the tests use. */
export const KEY = 'pk_9f8e7d6c5b4a39281706'

/** A request that is valid, and what it is about. */
export const request = { serviceName: 'voice-starter', image: 'your-dockername/voice-starter:0.1' }

/** A client, and the server on loopback that it talks to. */
export interface Service extends Loopback {
  readonly pipecat: PipecatCloud
}

/** Starts a server that answers every request in the same way, and makes a client for it. */
export async function serve(answer: Answer, options: PipecatCloudOptions = {}): Promise<Service> {
  const server = await listen(answer)
  return { ...server, pipecat: new PipecatCloud({ apiKey: KEY, baseUrl: `${server.url}/v1`, ...options }) }
}

/** What a call rejects with. */
export function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (value) => {
      throw new Error(`It did not fail, but gave ${JSON.stringify(value)}`)
    },
    (reason: unknown) => reason,
  )
}
