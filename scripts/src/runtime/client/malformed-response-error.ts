const EXCERPT_LENGTH = 1000
const SHOWN_LENGTH = 80

/** What is not as the document promises it, for the message. */
interface Broken {
  /** @default 'The response' */
  readonly part?: string
  /** @default 'the JSON' */
  readonly promised?: string
}

/**
 * A response whose body, or an item of a stream, is not the JSON that the document promises: a page of a proxy, or JSON that was cut
 * off.
 */
export class MalformedResponseError extends Error {
  override readonly name = 'MalformedResponseError'
  /** Status of the response. */
  readonly status: number
  readonly #response: Response
  /** The first 1000 characters of the body, or of the item. */
  readonly excerpt: string

  constructor(
    response: Response,
    text: string,
    { part = 'The response', promised = 'the JSON' }: Broken = {},
  ) {
    const type = response.headers.get('Content-Type') ?? 'no content type'
    const start = text.slice(0, SHOWN_LENGTH)
    super(
      `${part} with status ${response.status} (${type}) is not ${promised} that the API describes. ` +
        `It begins with ${JSON.stringify(start)}`,
    )
    this.status = response.status
    this.#response = response
    this.excerpt = text.slice(0, EXCERPT_LENGTH)
  }

  /** The response itself, its body already read. It is not shown with the error: a credential may be in its URL. */
  get response(): Response {
    return this.#response
  }
}
