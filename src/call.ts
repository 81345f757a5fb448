import type { Client, RequestOptions } from '../generated/client/index.js'
import type { Outcome } from '../generated/runtime/client/result.js'
import type { Issue, ValidationResult } from '../generated/runtime/validation.js'
import { apiErrorOf } from './errors/api-error-of.js'
import { RequestValidationError } from './errors/request-validation-error.js'
import { ResponseValidationError } from './errors/response-validation-error.js'
import { TimeoutError } from './errors/timeout-error.js'
import { exchange } from './exchange.js'
import { redactValue } from './redact.js'
import type { Settings } from './settings.js'
import { withDeadline } from './timeout.js'
import { enforce } from './validation.js'

/** An operation: the generated function that calls it, and the generated validators of what it takes and gives. */
export interface Endpoint<Input, Data> {
  /** The name of the operation: `createAgent`. */
  readonly operation: string
  readonly send: (client: Client, input: Input, init: RequestOptions) => Promise<Outcome>
  readonly validateInput: (input: Input) => ValidationResult<unknown>
  readonly validateData: (data: unknown) => ValidationResult<Data>
}

/**
 * Calls an operation whose successful responses hold an object.
 * @throws RequestValidationError, ConnectionError, TimeoutError, ApiError, ResponseValidationError, or the reason of a signal.
 */
export async function call<Input, Data extends object>(
  client: Client,
  { operation, send, validateInput, validateData }: Endpoint<Input, Data>,
  input: Input,
  settings: Settings,
): Promise<Data> {
  const { key, validate, onWarning, timeout, signals } = settings
  const requestError = (issues: readonly Issue[]) =>
    new RequestValidationError(operation, redactValue(issues, key.redact))
  const responseError = (issues: readonly Issue[]) => new ResponseValidationError(operation, issues)
  const timeoutError = () => new TimeoutError(`${operation} took longer than ${timeout} ms`, timeout)

  enforce(() => validateInput(input), { mode: validate.requests, toError: requestError, onWarning })
  const { status, headers, body } = await withDeadline({ timeout, signals, timeoutError }, (signal) =>
    exchange(operation, settings, signal, (init) => send(client, input, init)),
  )
  if (status < 200 || status > 299) throw apiErrorOf({ operation, status, headers, body })
  // No mode lets a text or nothing at all pass for an object.
  const mode = typeof body === 'object' && body !== null ? validate.responses : 'throw'
  enforce(() => validateData(body), { mode, toError: responseError, onWarning })
  // What is not valid has been dealt with as the mode says.
  return body as Data
}
