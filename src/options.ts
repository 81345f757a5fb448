import type { Agent } from '../generated/types/index.js'
import type { RequestValidationError } from './errors/request-validation-error.js'
import type { ResponseValidationError } from './errors/response-validation-error.js'

/** What happens to a value that is not what the API describes: nothing, a warning, or an error. */
export type ValidationMode = 'off' | 'warn' | 'throw'

/** A finding of a validation whose mode is `warn`. */
export type ValidationWarning = RequestValidationError | ResponseValidationError

/** Options of a call. */
export interface CallOptions {
  /**
   * Private API key. It is made in the dashboard, under Settings, API Keys, Private.
   * @default the environment variable PIPECAT_CLOUD_API_KEY
   */
  readonly apiKey?: string | undefined
  /**
   * Absolute URL that the paths of the API are appended to.
   * @default 'https://api.pipecat.daily.co/v1'
   */
  readonly baseUrl?: string | undefined
  /**
   * Called in place of the global `fetch`, with a `Request` that carries the key.
   * @default globalThis.fetch
   */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Header fields to add to each request; `null` takes one away. Those of a call are added to those of the client. */
  readonly headers?: Headers | Readonly<Record<string, string | null | undefined>> | undefined
  /**
   * Longest time that a call may take, from before the request until the last byte of the response, in milliseconds.
   * `Infinity` for no limit.
   * @default 60_000
   */
  readonly timeout?: number | undefined
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
   * @default (warning) => console.warn(warning.message)
   */
  readonly onWarning?: ((warning: ValidationWarning) => void) | undefined
}

/** Options of a client: those of each of its calls, unless the call has its own. */
export type PipecatCloudOptions = CallOptions

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
