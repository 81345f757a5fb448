/** A body as `fetch` takes it. */
export interface WrittenBody {
  readonly body: NonNullable<RequestInit['body']>
  /** Its media type; absent where `fetch` has to name it, because it holds a boundary that only `fetch` knows. */
  readonly type?: string
}

/**
 * Writes a body as the media type that the document names, which may be a range.
 * @throws TypeError if the value cannot be written so.
 */
export type WriteBody = (value: unknown, mediaType?: string) => WrittenBody
