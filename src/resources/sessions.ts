import type {
  ListSessionsParams,
  Session,
  SessionDetails,
  SessionList,
  StartedSession,
  StartSessionRequest,
  StoppedSession,
} from '../../generated/types/index.js'
import type { ApiPromise } from '../call/api-promise.js'
import { call, type Connection, perform } from '../call/call.js'
import { type Listing, paged } from '../call/listing.js'
import { requestSession } from '../call/session-request.js'
import * as endpoints from '../endpoints/sessions.js'
import type { CallOptions, SessionRequestOptions } from '../options.js'

/** Conversations with agents, each on an instance of its own. */
export class Sessions {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * Starts a session (`POST /public/{agentName}/start`), with the public key. It is not sent again where a first request may have
   * started one.
   *
   * @param agentName name of the agent.
   * @param body how to connect, and what the bot is told.
   * @throws {RateLimitError} if the agent runs as many instances as it may.
   * @throws {BadRequestError} if the agent is not ready.
   */
  start(
    agentName: string,
    body: StartSessionRequest = {},
    options: CallOptions = {},
  ): ApiPromise<StartedSession> {
    return call(this.#connection, endpoints.START, { path: { agentName }, body }, options)
  }

  /**
   * The sessions of an agent, by pages (`GET /agents/{agentName}/sessions`).
   *
   * @example
   * for await (const { sessionId } of pipecat.sessions.list('voice-starter', { status: 'active' })) console.log(sessionId)
   */
  list(
    agentName: string,
    query: ListSessionsQuery = {},
    options: CallOptions = {},
  ): Listing<Session, SessionList> {
    const path = { agentName }
    return paged({
      read: (offset) => {
        const wanted = { ...query, ...(offset > 0 && { offset }) }
        return perform(this.#connection, endpoints.LIST, { path, query: wanted }, options)
      },
      info: ({ sessions, total_count }) => ({ items: sessions, total: total_count }),
      offset: query.offset ?? 0,
      keyOf: ({ sessionId }) => sessionId,
    })
  }

  /**
   * Reads a session with what it has used (`GET /agents/{agentName}/sessions/{sessionId}`).
   * @throws {NotFoundError} if the agent has no such session.
   */
  get(agentName: string, sessionId: string, options: CallOptions = {}): ApiPromise<SessionDetails> {
    return call(this.#connection, endpoints.GET, { path: { agentName, sessionId } }, options)
  }

  /**
   * Ends a session at once (`DELETE /agents/{agentName}/sessions/{sessionId}`).
   * @throws {NotFoundError} if the agent has no such session.
   */
  stop(agentName: string, sessionId: string, options: CallOptions = {}): ApiPromise<StoppedSession> {
    return call(this.#connection, endpoints.STOP, { path: { agentName, sessionId } }, options)
  }

  /**
   * Sends a request to the web server of a session's bot (`/public/{agentName}/sessions/{sessionId}/{path}`), with the public key.
   *
   * @param path path that the bot serves: `api/offer`. Each of its segments is percent-encoded.
   * @returns the response as the bot, or the platform before it, gave it, whatever its status is. Its body is a stream, which is to be
   * read or cancelled; signals end it too.
   * @throws {ConnectionError} if there is no response.
   * @throws {TimeoutError} if it takes too long until the response begins.
   */
  request(
    agentName: string,
    sessionId: string,
    path: string,
    options: SessionRequestOptions = {},
  ): Promise<Response> {
    return requestSession(this.#connection, { agentName, sessionId, path }, options)
  }
}

/** What sessions are wanted. */
export type ListSessionsQuery = NonNullable<ListSessionsParams['query']>
