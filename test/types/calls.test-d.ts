import { expectTypeOf } from 'vitest'
import {
  type Agent,
  type AgentListItem,
  type AgentLogs,
  type ApiPromise,
  type CallOptions,
  type ErrorEvent,
  type Hooks,
  type Listing,
  type LogLine,
  PipecatCloud,
  type PipecatCloudOptions,
  type RequestEvent,
  type ResponseEvent,
  type ResponseInfo,
  type RetryEvent,
  type RetryOptions,
  type Session,
  type SessionList,
  type SessionRequestOptions,
  type WithResponse,
} from '../../src/index.js'

const pipecat = new PipecatCloud()

// A promise of the data, which can give the response too.
const promise = pipecat.agents.get('ab')
expectTypeOf(promise).toEqualTypeOf<ApiPromise<Agent>>()
expectTypeOf(promise).toExtend<Promise<Agent>>()
expectTypeOf(promise.withResponse()).resolves.toEqualTypeOf<WithResponse<Agent>>()
expectTypeOf<WithResponse<Agent>['data']>().toEqualTypeOf<Agent>()
expectTypeOf<WithResponse<Agent>['response']>().toEqualTypeOf<ResponseInfo>()
expectTypeOf<ResponseInfo>().toEqualTypeOf<{ readonly status: number; readonly headers: Headers }>()
expectTypeOf(promise.then((agent) => agent.ready)).resolves.toEqualTypeOf<boolean>()
expectTypeOf(promise.catch(() => 7)).resolves.toEqualTypeOf<Agent | number>()
expectTypeOf(promise.finally(() => undefined)).resolves.toEqualTypeOf<Agent>()
expectTypeOf<Awaited<typeof promise>>().toEqualTypeOf<Agent>()

// A list: awaited it is its first page, looped over its items.
const listing = pipecat.sessions.list('ab')
expectTypeOf(listing).toEqualTypeOf<Listing<Session, SessionList>>()
expectTypeOf(listing).toExtend<ApiPromise<SessionList>>()
expectTypeOf(listing).toExtend<AsyncIterable<Session>>()
expectTypeOf(listing.withResponse()).resolves.toEqualTypeOf<WithResponse<SessionList>>()
expectTypeOf(pipecat.agents.list()).toExtend<AsyncIterable<AgentListItem>>()
expectTypeOf(pipecat.agents.logs('ab')).toEqualTypeOf<Listing<LogLine, AgentLogs>>()
for await (const session of listing) expectTypeOf(session).toEqualTypeOf<Session>()

// Hooks, of a client and of a call.
const hooks: Hooks = {
  onRequest: (event) => expectTypeOf(event).toEqualTypeOf<RequestEvent>(),
  onResponse: (event) => expectTypeOf(event).toEqualTypeOf<ResponseEvent>(),
  onRetry: (event) => expectTypeOf(event).toEqualTypeOf<RetryEvent>(),
  onError: (event) => expectTypeOf(event).toEqualTypeOf<ErrorEvent>(),
}
void new PipecatCloud(hooks)
void pipecat.agents.get('ab', hooks)
expectTypeOf<RequestEvent>().toEqualTypeOf<{
  readonly call: symbol
  readonly operation: string
  readonly attempt: number
  readonly method: string
  readonly url: string
  readonly headers: Headers
}>()
expectTypeOf<ResponseEvent>().toExtend<
  RequestEvent & { readonly status: number; readonly duration: number }
>()
expectTypeOf<RetryEvent>().toEqualTypeOf<{
  readonly call: symbol
  readonly operation: string
  readonly attempt: number
  readonly error: unknown
  readonly delay: number
}>()
expectTypeOf<ErrorEvent>().toEqualTypeOf<{
  readonly call: symbol
  readonly operation: string
  readonly error: unknown
  readonly duration: number
}>()

// Options: those of a call are also the client's, which has two more.
expectTypeOf<PipecatCloudOptions>().toExtend<CallOptions>()
expectTypeOf<CallOptions['retries']>().toEqualTypeOf<number | RetryOptions | undefined>()
void new PipecatCloud({ publicApiKey: 'a', maxConcurrency: 1, allowPrivateKeyInBrowser: true, retries: 0 })
void pipecat.agents.get('ab', {
  apiKey: 'a',
  publicApiKey: 'b',
  retries: { limit: 1, minDelay: 1, maxDelay: undefined },
  attemptTimeout: 1,
  maxResponseBytes: 1,
  fetch: (request, { signal }) => fetch(request, { signal }),
})
// @ts-expect-error of the client alone
void pipecat.agents.get('ab', { maxConcurrency: 1 })
// @ts-expect-error not an option of retries
void pipecat.agents.get('ab', { retries: { times: 1 } })
// @ts-expect-error not the name of a hook
void pipecat.agents.get('ab', { onRequests: () => undefined })

// A request to a session: any method, query and body, and the response as it is.
expectTypeOf(pipecat.sessions.request('ab', 'c', 'd')).toEqualTypeOf<Promise<Response>>()
expectTypeOf<SessionRequestOptions>().toExtend<CallOptions>()
void pipecat.sessions.request('ab', 'c', 'd', {
  method: 'PATCH',
  query: { a: 1, b: [true, 'c'], d: undefined },
  body: new ReadableStream(),
})
// @ts-expect-error not a method that reaches a bot
void pipecat.sessions.request('ab', 'c', 'd', { method: 'TRACE' })
// @ts-expect-error no value of a query
void pipecat.sessions.request('ab', 'c', 'd', { query: { a: {} } })
