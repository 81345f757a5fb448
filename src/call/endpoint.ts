import type { Client, RequestOptions } from '../../generated/client/index.js'
import type { Outcome } from '../../generated/runtime/client/result.js'
import type { ValidationResult } from '../../generated/runtime/validation.js'
import type { KeyKind } from '../key.js'
import type { Settings } from '../settings.js'
import type { WithResponse } from './api-promise.js'

/** An operation: the generated function that calls it, the generated validators of what it takes and gives, and what is known of it. */
export interface Endpoint<Input, Data> {
  /** The name of the operation: `createAgent`. */
  readonly operation: string
  readonly key: KeyKind
  readonly send: (client: Client, input: Input, init: RequestOptions) => Promise<Outcome>
  readonly validateInput: (input: Input) => ValidationResult<unknown>
  readonly validateData: (data: unknown) => ValidationResult<Data>
  /**
   * Whether a second request of the same kind has no effect beyond that of the first (RFC 9110, 9.2.2), so that it can be sent again
   * where nobody knows what became of the first.
   */
  readonly idempotent: boolean
  /**
   * Whether a 409 with the advice to try again is followed, for as long as the call may take.
   * @default false
   */
  readonly retryConflicts?: boolean
  /**
   * Finds out what became of an earlier request whose answer was lost, when the call has failed: gives what that answer would have
   * held, `undefined` where the request had no effect or the failure stands.
   */
  readonly settle?: (failure: Unsettled<Input>) => Promise<WithResponse<Data> | undefined>
}

/** A call that has failed, after a request that may have had its effect. */
export interface Unsettled<Input> {
  readonly input: Input
  /** What the last request failed with. */
  readonly error: unknown
  readonly client: Client
  /** Settings for calls that find out more: what is left of the time of the call, and the signals. */
  readonly settings: Settings
}
