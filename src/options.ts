import type { Agent } from '../generated/types/index.js'
import type { DeployProgress } from './deploy/deploy.js'
import type { RequestValidationError } from './errors/request-validation-error.js'
import type { ResponseValidationError } from './errors/response-validation-error.js'

/** What happens to a value that is not what the API describes: nothing, a warning, or an error. */
export type ValidationMode = 'off' | 'warn' | 'throw'

/** A finding of a validation whose mode is `warn`. */
export type ValidationWarning = RequestValidationError | ResponseValidationError

/** What every event of a call says. */
export interface CallEvent {
  /** Stands for the call: the same in all of its events, and in those of no other. */
  readonly call: symbol
  /** The operation that was called: `createAgent`. */
  readonly operation: string
}

/** A request that a hook is told of. Keys are taken out of everything in it. */
export interface RequestEvent extends CallEvent {
  /** Number of the attempt, from 1. */
  readonly attempt: number
  /** HTTP method: `POST`. */
  readonly method: string
  readonly url: string
  readonly headers: Headers
}

/** A response that was read to its end, whatever its status is. Keys are taken out of everything in it. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status: 200. */
  readonly status: number
  /** The headers of the response. */
  readonly headers: Headers
  /** Time from before the request until the last byte of the response, in milliseconds. */
  readonly duration: number
}

/** An attempt that failed and that another one follows. */
export interface RetryEvent extends CallEvent {
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number
  /** What it failed with. */
  readonly error: unknown
  /** Time until the next attempt, in milliseconds. */
  readonly delay: number
}

/** A call that failed for good. */
export interface ErrorEvent extends CallEvent {
  /** What the call rejects with. */
  readonly error: unknown
  /** Time from the beginning of the call, in milliseconds. */
  readonly duration: number
}

/**
 * Functions that are told what happens, for logs, metrics and traces. What they are told holds no key. Those of a client and of a
 * call are called both, also for the requests to a bot, and for an upload to the storage of builds, the operation `uploadContext`. They cannot change a call: what one of them throws is thrown as an uncaught exception, outside of the call.
 */
export interface Hooks {
  /** A request is about to be sent. */
  readonly onRequest?: ((event: RequestEvent) => void) | undefined
  /** A response has been read. */
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined
  /** An attempt has failed, and another one follows. */
  readonly onRetry?: ((event: RetryEvent) => void) | undefined
  /** A call has failed. */
  readonly onError?: ((event: ErrorEvent) => void) | undefined
}

/** When a call that failed is tried again. */
export interface RetryOptions {
  /**
   * How many attempts may follow the first one; 0 for none.
   * @default 2
   */
  readonly limit?: number | undefined
  /**
   * Longest time before the second attempt, in milliseconds; it doubles with each. The time itself is a random part of it.
   * @default 500
   */
  readonly minDelay?: number | undefined
  /**
   * Longest time before any attempt, in milliseconds, unless the service asks for a longer one (`Retry-After`).
   * @default 8000
   */
  readonly maxDelay?: number | undefined
}

/** Options of a call. */
export interface CallOptions extends Hooks {
  /**
   * Private API key. It is made in the dashboard, under Settings, API Keys, Private.
   * @default the environment variable PIPECAT_CLOUD_API_KEY
   */
  readonly apiKey?: string | undefined
  /**
   * Public API key, with which sessions are started and reached. It is made in the dashboard, under Settings, API Keys, Public.
   * @default the environment variable PIPECAT_CLOUD_PUBLIC_API_KEY
   */
  readonly publicApiKey?: string | undefined
  /**
   * Absolute URL that the paths of the API are appended to.
   * @default 'https://api.pipecat.daily.co/v1'
   */
  readonly baseUrl?: string | undefined
  /**
   * Called in place of the global `fetch`, with a `Request` that carries the key, and the signal that ends it: hand on both.
   * @default globalThis.fetch
   */
  readonly fetch?:
    ((request: Request, init: { readonly signal: AbortSignal }) => Promise<Response>) | undefined
  /** Header fields to add to each request; `null` takes one away. Those of a call are added to those of the client. */
  readonly headers?: Headers | Readonly<Record<string, string | null | undefined>> | undefined
  /**
   * Longest time that a call may take with all its attempts and the time between them, until the last byte of the response, in
   * milliseconds. `Infinity` for no limit.
   * @default 60_000
   */
  readonly timeout?: number | undefined
  /**
   * Longest time that one attempt may take, in milliseconds.
   * @default a third of `timeout`; what is left of it where no other attempt can follow
   */
  readonly attemptTimeout?: number | undefined
  /**
   * What is done about a call that fails in passing: by a broken connection, by an answer that is no JSON, or by a status of 408, 429
   * or 5xx. It is tried again where that cannot do twice what was to be done once. A number is the `limit`.
   * @default { limit: 2, minDelay: 500, maxDelay: 8000 }
   */
  readonly retries?: number | RetryOptions | undefined
  /**
   * Largest body of a response that is read, in bytes after decompression. What it says as JSON can take some thirty times as much
   * memory, where it is made of little but arrays in arrays: a server that nobody trusts calls for a lower limit.
   * @default 16_777_216 (16 MiB)
   */
  readonly maxResponseBytes?: number | undefined
  /** Ends a call, which then rejects with the signal's reason. Signals of a call and of the client count both. */
  readonly signal?: AbortSignal | undefined
  /** Whether requests and responses are checked against the API description, and what happens if they do not pass. */
  readonly validate?:
    | {
        /** @default 'throw' */
        readonly requests?: ValidationMode | undefined
        /** @default 'warn' */
        readonly responses?: ValidationMode | undefined
      }
    | undefined
  /**
   * Is told what a validation with the mode `warn` finds.
   * What it throws is thrown outside of the call.
   * @default (warning) => console.warn(warning.message)
   */
  readonly onWarning?: ((warning: ValidationWarning) => void) | undefined
}

/** Options of a client: those of each of its calls, unless the call has its own, and a few that are for all of them together. */
export interface PipecatCloudOptions extends CallOptions {
  /**
   * How many requests of the client may be under way at the same time; others wait for their turn.
   * @default 100
   */
  readonly maxConcurrency?: number | undefined
  /**
   * Lets a private key be used in a browser, where everybody who opens the page can read it.
   * @default false
   */
  readonly allowPrivateKeyInBrowser?: boolean | undefined
}

/** Options of waiting for an agent. The client's own `timeout` holds for each of the calls that it takes. */
export interface WaitOptions extends CallOptions {
  /**
   * Time between an answer and the next call, in milliseconds.
   * @default 5000
   */
  readonly interval?: number | undefined
  /**
   * Longest time to wait, in milliseconds. `Infinity` for no limit.
   * @default 600_000
   */
  readonly timeout?: number | undefined
  /** Is told the state of the agent each time that it was read. */
  readonly onProgress?: ((agent: Agent) => void) | undefined
}

/** What is sent to the web server of a bot, and the options of the call. */
export interface SessionRequestOptions extends CallOptions {
  /** @default 'GET' */
  readonly method?: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | undefined
  /** Parameters of the query; each item of an array is one of its own. */
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>> | undefined
  /** Text, bytes, a `Blob`, `FormData`, `URLSearchParams` or a stream is sent as it is, anything else as JSON. */
  readonly body?: unknown
}

type QueryValue = string | number | boolean

/** Options of waiting for something to be ready. The client's own `timeout` holds for each of the calls that it takes. */
export interface ReadyOptions extends CallOptions {
  /**
   * Time between an answer and the next call, in milliseconds.
   * @default 1000
   */
  readonly interval?: number | undefined
  /**
   * Longest time to wait, in milliseconds. `Infinity` for no limit.
   * @default 60_000
   */
  readonly timeout?: number | undefined
}

/** How a list that grows is read. */
export interface FollowOptions {
  /**
   * Whether to go on with what comes, after what there is.
   * @default false
   */
  readonly follow?: boolean | undefined
  /**
   * Time between the end of the list and the next look at it, in milliseconds.
   * @default 2000
   */
  readonly interval?: number | undefined
}

/** Options of a deployment. The client's own `timeout` holds for each of the calls that only read. */
export interface DeployOptions extends Omit<WaitOptions, 'onProgress'> {
  /** Is told how far the deployment has come, each time that the agent was read. */
  readonly onProgress?: ((progress: DeployProgress) => void) | undefined
}
