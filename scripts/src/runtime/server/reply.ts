import type { OperationInfo } from './route.js'
import type { NullBodyStatus } from './status.js'

/** What every handler gets, beside the parts of the request that its operation documents. */
export interface HandlerInput {
  /**
   * The request itself. Its `signal` is aborted when the caller is gone; a documented body has been read, but of a stream only as much as
   * was iterated over.
   */
  readonly request: Request
  /** The operation that the request is for. */
  readonly operation: OperationInfo
}

/** The body of a request where several media types are documented. */
export interface BodyInput<ContentType extends string | undefined, Body> {
  /** The media type that the body has, as documented; `undefined` if there is no body. */
  readonly contentType: ContentType
  readonly body: Body
}

/** A response with a body. */
export interface BodyReply<Status extends number, Body, ContentType extends string = never> {
  readonly status: Exclude<Status, NullBodyStatus>
  readonly body: Body
  /** Its media type, where the document has several; by default the first of those that come before others. */
  readonly contentType?: ContentType | undefined
  /** Added to the response; `content-type` is set from the document unless it is here. */
  readonly headers?: ReplyHeaders | undefined
}

/** A response with a body that is sent as JSON. */
export interface JsonReply<Status extends number, Body, ContentType extends string = never> extends BodyReply<
  Status,
  Body,
  ContentType
> {}

/** A response with a body whose media type has to be named, because it is not sent otherwise. */
export interface TypedReply<Status extends number, Body, ContentType extends string> extends BodyReply<
  Status,
  Body,
  ContentType
> {
  readonly contentType: ContentType
}

/** A media type in a range such as `image/*`. */
export type InRange<Type extends string> = `${Type}/${string}`

/** A response without a body. */
export interface EmptyReply<Status extends number> {
  readonly status: Status
  readonly body?: undefined
  readonly headers?: ReplyHeaders | undefined
}

/** Anything that the constructor of `Headers` takes. */
export type ReplyHeaders = NonNullable<ConstructorParameters<typeof Headers>[0]>

/** A handler: it answers with a documented reply, or with a `Response` that is sent as it is. */
export type Handler<Input extends HandlerInput, Reply> = (
  input: Input,
) => Reply | Response | Promise<Reply | Response>

/** Any reply. */
export type AnyReply = BodyReply<number, unknown, string> | EmptyReply<number> | Response
