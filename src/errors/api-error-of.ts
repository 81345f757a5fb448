import { ApiError, type ApiErrorDetails } from './api-error.js'
import { BadRequestError } from './bad-request-error.js'
import { ConflictError } from './conflict-error.js'
import { ForbiddenError } from './forbidden-error.js'
import { NotFoundError } from './not-found-error.js'
import { PayloadTooLargeError } from './payload-too-large-error.js'
import { RateLimitError } from './rate-limit-error.js'
import { ServerError } from './server-error.js'
import { UnauthorizedError } from './unauthorized-error.js'
import { UnprocessableEntityError } from './unprocessable-entity-error.js'

const CLASSES: ReadonlyMap<number, typeof ApiError> = new Map([
  [400, BadRequestError],
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [409, ConflictError],
  [413, PayloadTooLargeError],
  [422, UnprocessableEntityError],
  [429, RateLimitError],
])

/** The error that an error response becomes, whatever its body is. */
export function apiErrorOf(response: Omit<ApiErrorDetails, 'message' | 'code'>): ApiError {
  const { status, operation, body } = response
  const code = firstText([member(body, 'code'), member(member(body, 'error'), 'code')])
  const said = explanation(body) ?? (isRedirect(status) ? REDIRECTED : undefined)
  const tag = [status, ...(code === undefined || code === String(status) ? [] : [code])].join(' ')
  const message =
    said === undefined ? `${operation} failed (${tag})` : `${operation} failed: ${said} (${tag})`
  const ErrorClass = CLASSES.get(status) ?? (status >= 500 ? ServerError : ApiError)
  return new ErrorClass({ ...response, message, code })
}

const REDIRECTED = 'the response is a redirect, which is not followed lest the key reach another server'

/** A redirect has the status 0 in browsers, which do not show it. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400)
}

/** The documented `error`, or one of the shapes that the service and what is before it use besides. */
function explanation(body: unknown): string | undefined {
  const error = member(body, 'error')
  return firstText([error, member(error, 'message'), member(body, 'message'), member(body, 'err')])
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined
}

function firstText(values: readonly unknown[]): string | undefined {
  const found = values.find(
    (value) => (typeof value === 'string' && value !== '') || typeof value === 'number',
  )
  return found === undefined ? undefined : String(found)
}
