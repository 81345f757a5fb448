/** An event of `text/event-stream` (HTML, 9.2). */
export interface ServerSentEvent<Data> {
  /** What the document describes. */
  readonly data: Data
  /** Its type; `message` without one. */
  readonly event?: string | undefined
  /** What a caller that connects again sends as `Last-Event-ID`. */
  readonly id?: string | undefined
  /** After how many milliseconds a caller that lost the connection is to connect again. */
  readonly retry?: number | undefined
}
