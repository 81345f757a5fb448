import {
  ApiError,
  ConflictError,
  ConnectionError,
  ResponseTooLargeError,
  ResponseValidationError,
  TimeoutError,
} from '../errors/index.js'

/** What Node and browsers call a connection that never came about, so that nothing of the request has left. */
const UNSENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Whether trying again may help: the connection broke, the service says that it could not answer now, or what has come as its answer
 * is no JSON, as it is when something on the way cuts it off or puts a page of its own in its place.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 408 || error.status === 429 || error.status >= 500
  return error instanceof ConnectionError || error instanceof TimeoutError || isUnreadable(error)
}

/**
 * Whether what was asked for may have been done although the call failed. A redirect may lead to what has come of it (RFC 9110,
 * 15.4.4). A 408 should say that the request did not arrive whole (15.5.9), but gateways also give it for what the service behind
 * them takes long to do.
 */
export function mayHaveHadEffect(error: unknown): boolean {
  if (error instanceof ConnectionError) return !isUnsent(error)
  if (error instanceof ApiError) return error.status < 400 || error.status === 408 || error.status >= 500
  return (
    error instanceof TimeoutError ||
    error instanceof ResponseValidationError ||
    error instanceof ResponseTooLargeError
  )
}

/** Whether the service advises to try again later, as it does while something that the request names is being changed. */
export function isPassingConflict(error: unknown): boolean {
  return error instanceof ConflictError && /\bretry\b/i.test(error.message)
}

/** Whether the body of a success is not even an object, where every one of the API's is. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof ResponseValidationError &&
    error.issues.some(({ path, keyword }) => path.length === 0 && keyword === 'type')
  )
}

function isUnsent(error: Error): boolean {
  const { cause } = error
  if (!(cause instanceof Error)) return false
  return ('code' in cause && UNSENT.has(cause.code)) || isUnsent(cause)
}
