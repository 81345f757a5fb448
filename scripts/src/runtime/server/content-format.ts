/** A body as the constructor of `Response` takes it. */
export type BodyContent = NonNullable<ConstructorParameters<typeof Response>[0]>

/** How the values of a media type are written in responses. */
export interface ContentFormat {
  /** What content has that type where the document has a range, in which this lies. */
  readonly mediaType: string
  /** What types of text are said to be encoded in, where the document does not say it. */
  readonly charset?: string
  /** Fields that a response has unless the handler gives them. */
  readonly headers?: { readonly [name: string]: string }
  /**
   * Makes the body of what a handler returns.
   * @throws TypeError if it is nothing that can be written.
   */
  readonly write: (body: unknown, watch: StreamWatch) => BodyContent
  /** The value that a text stands for. Absent where there is nothing to check in a body once it was written. */
  readonly parse?: (text: string) => unknown
}

/** What takes part in a response while it is written. */
export interface StreamWatch {
  /** Aborted when the caller is gone. */
  readonly signal: Request['signal']
  /**
   * Checks an item of a stream, or the data of an event, before it is written; only then it asks for it.
   * @throws ReplyError if it is not valid.
   */
  readonly check: (item: () => unknown) => void
  /** Is told of what ends a stream before its end. */
  readonly onError: (error: unknown) => Promise<unknown>
}
