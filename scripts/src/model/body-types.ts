/** The part of the intermediate representation that is about the bodies of requests and responses. */
import type { Codec } from './codec-types.js'
import type { Parameter } from './parameter-types.js'

/** The body of a request. */
export interface RequestBody {
  readonly required: boolean
  readonly description?: string
  readonly contents: readonly Content[]
  readonly pointer: string
}

/**
 * What a response means to a caller. `success`: 2XX. `error`: all others. `either`: a `default` beside which there is no 2XX,
 * so that it describes successes as well as errors; its content is in both aliases of the operation.
 */
export type Outcome = 'success' | 'error' | 'either'

/** One response of an operation. */
export interface Response {
  /** `200`, a range `2XX`, or `default`. */
  readonly status: string
  readonly outcome: Outcome
  readonly description: string
  readonly headers: readonly ResponseHeader[]
  readonly contents: readonly Content[]
  readonly pointer: string
}

/** A header field of a response (OpenAPI 3.1, 4.8.21), always in the style `simple`. */
export interface ResponseHeader extends Pick<
  Parameter,
  'name' | 'required' | 'deprecated' | 'description' | 'explode' | 'isJson' | 'schema' | 'reading' | 'pointer'
> {
  /** What there is to convert in its value, if something is. */
  readonly codec?: Codec
}

/** One media type of a body. */
export interface Content {
  /** As written: `application/json`. */
  readonly mediaType: string
  readonly kind: ContentKind
  /**
   * Name of the {@link NamedSchema} that describes it, or each item of a stream; one that accepts everything when the document says
   * nothing of it.
   */
  readonly shape: string
  /**
   * Whether this is what a caller gives or gets unless another is asked for, and what the alias of its role is about: JSON where there
   * is some, else forms, else all.
   */
  readonly isPreferred: boolean
  /** Of a form and of multipart: the members that are known by name. */
  readonly parts?: readonly Part[]
  readonly pointer: string
}

/**
 * How a content is written, and so what a caller gives and gets. `json`: any value, as JSON. `form`: an object, as
 * `application/x-www-form-urlencoded`. `multipart`: an object, as `multipart/form-data`. `text`: a string. `binary`: bytes, a `Blob`.
 * `json-lines`: a stream of values, each JSON on a line of its own. `events`, `text-events`: a stream of server-sent events, whose
 * data, JSON or text, the shape describes. In responses there is neither `form` nor `multipart`.
 */
export type ContentKind =
  'json' | 'form' | 'multipart' | 'text' | 'binary' | 'json-lines' | 'events' | 'text-events'

/** A member of a body that is a form or multipart, and how it is written (OpenAPI 3.1, 4.8.15). */
export interface Part extends Pick<Parameter, 'name' | 'required' | 'schema' | 'reading'> {
  /**
   * In which style it is written, where the document says so. Else an object is written as JSON, the items of an array are members of
   * the same name, and everything else is one text.
   */
  readonly style?: Pick<Parameter, 'style' | 'explode' | 'allowReserved'>
  /** Media type of the part in multipart, where the document names one: JSON is written so, for text and bytes it is a label. */
  readonly contentType?: string
  /** Whether `contentType` is JSON, so that any value is written as that. */
  readonly isJson: boolean
  readonly pointer: string
}
