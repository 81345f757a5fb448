import type { Client } from '../../generated/client/index.js'
import type { Issue } from '../../generated/runtime/validation.js'
import { apiErrorOf } from '../errors/api-error-of.js'
import { RequestValidationError } from '../errors/request-validation-error.js'
import { ResponseValidationError } from '../errors/response-validation-error.js'
import { keyFor } from '../key.js'
import type { CallOptions } from '../options.js'
import { redactValue } from '../redact.js'
import { callSettings, type Settings } from '../settings.js'
import { enforce } from '../validation.js'
import { ApiPromise, type WithResponse } from './api-promise.js'
import { attempts } from './attempts.js'
import type { Endpoint } from './endpoint.js'
import { type Answer, exchange } from './exchange.js'
import { emit } from './hooks.js'

/** What the resources share: the generated client, and the settings of the facade's client. */
export interface Connection {
  readonly client: Client
  readonly settings: Settings
}

/** Calls an operation whose successful responses hold an object. The promise rejects with what {@link perform} throws. */
export function call<Input, Data extends object>(
  connection: Connection,
  endpoint: Endpoint<Input, Data>,
  input: Input,
  options: CallOptions,
): ApiPromise<Data> {
  const result = perform(connection, endpoint, input, options)
  return new ApiPromise(() => result)
}

/**
 * Calls an operation and gives its data with its response.
 * @throws ConfigurationError, RequestValidationError, ConnectionError, TimeoutError, ApiError, ResponseTooLargeError,
 * ResponseValidationError, or the reason of a signal.
 */
export async function perform<Input, Data extends object>(
  { client, settings: base }: Connection,
  endpoint: Endpoint<Input, Data>,
  input: Input,
  options: CallOptions,
): Promise<WithResponse<Data>> {
  const settings = callSettings(base, options)
  const { operation } = endpoint
  const id = Symbol(operation)
  const start = performance.now()
  try {
    const key = keyFor(settings.keys, endpoint.key, operation)
    checkInput(endpoint, input, settings)
    return await attempts({ call: id, client, endpoint, input, settings }, async (attempt) => {
      const answer = await exchange({ operation, key, settings, attempt }, (init) =>
        endpoint.send(client, input, init),
      )
      return accept(endpoint, answer, settings)
    })
  } catch (error) {
    emit(settings, 'onError', { call: id, operation, error, duration: performance.now() - start })
    throw error
  }
}

/**
 * Checks the input of an operation, as far as the settings ask for it.
 * @throws RequestValidationError if it is not valid and the mode is `throw`.
 */
export function checkInput<Input>(
  { operation, validateInput }: Endpoint<Input, unknown>,
  input: Input,
  { validate, redact, onWarning }: Settings,
): void {
  const toError = (issues: readonly Issue[]) =>
    new RequestValidationError(operation, redactValue(issues, redact))
  enforce(() => validateInput(input), { mode: validate.requests, toError, onWarning })
}

/** Takes a successful response for what the API describes. */
function accept<Data extends object>(
  { operation, validateData }: Endpoint<never, Data>,
  { response, body }: Answer,
  { validate, onWarning }: Settings,
): WithResponse<Data> {
  const { status } = response
  if (status < 200 || status > 299) throw apiErrorOf({ operation, status, headers: response.headers, body })
  const toError = (issues: readonly Issue[]) => new ResponseValidationError(operation, issues)
  // No mode lets a text, a list or nothing at all pass for an object.
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  const mode = isObject ? validate.responses : 'throw'
  enforce(() => validateData(body), { mode, toError, onWarning })
  // What is not valid has been dealt with as the mode says.
  return { data: body as Data, response }
}
