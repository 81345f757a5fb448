import type { PipecatCloudOptions, SessionRequestOptions } from '../../src/index.js'
import type { Answer } from '../scripts/runtime/client/loopback.js'
import { json, type Service, serve } from './service.js'

/** What a bot answers that has done what it was asked. */
export const ok = json(200, { done: true })

/** A service, and what sends requests to a session of it. */
export interface Bot extends Service {
  readonly send: (options?: SessionRequestOptions) => Promise<Response>
}

/** Starts a server that gives `answer` to every request to a session. */
export async function bot(answer: Answer, options: PipecatCloudOptions = {}): Promise<Bot> {
  const service = await serve(answer, options)
  const { sessions } = service.pipecat
  return { ...service, send: (given) => sessions.request('voice-starter', 'e2b1', 'api/offer', given) }
}
