/** A response whose body, or an item of a stream, decoded, is larger than `maxResponseBytes` allows. The rest of it was not read. */
export class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError'
  /** Status of the response. */
  readonly status: number
  readonly #response: Response
  /** The size that was allowed, in bytes. */
  readonly limit: number

  constructor(response: Response, limit: number, part = 'The response') {
    super(`${part} with status ${response.status} is larger than ${limit} bytes`)
    this.status = response.status
    this.#response = response
    this.limit = limit
  }

  /** The response itself, its body abandoned. It is not shown with the error: a credential may be in its URL. */
  get response(): Response {
    return this.#response
  }
}
