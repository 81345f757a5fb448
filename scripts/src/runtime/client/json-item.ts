import { MalformedResponseError } from './malformed-response-error.js'

/**
 * An item of a stream that is JSON.
 * @throws MalformedResponseError if it is not.
 */
export function jsonItem(text: string, response: Response): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new MalformedResponseError(response, text, { part: 'An item of the response' })
  }
}
