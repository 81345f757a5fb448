import { ConnectionError } from '../errors/connection-error.js'
import { causeMessage } from './safe-cause.js'

/** The error of a request to which there was no whole response; `cause` is safe to show. */
export function noResponse(operation: string, cause: Error): ConnectionError {
  return new ConnectionError(operation, `${operation} got no response: ${causeMessage(cause)}`, cause)
}
