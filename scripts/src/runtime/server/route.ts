import type { ContentFormat } from './content-format.js'
import type { ReadContent } from './incoming-body.js'
import type { ParameterFormat } from './parameter.js'
import type { Validate } from './validate.js'

/** Which operation of the document a request is for. */
export interface OperationInfo<Id extends string = string> {
  /** Name of the operation's handler. */
  readonly id: Id
  /** HTTP method, in upper case. */
  readonly method: string
  /** The path template as the document has it: `/agents/{agentName}`. */
  readonly path: string
}

/** An operation and all that is needed to answer requests for it. */
export interface Route<Id extends string = string> extends OperationInfo<Id> {
  /** What comes between the base path and `path`; absent where nothing does. */
  readonly prefix?: string
  /** What comes before `path` in place of the handler's base path; absent where that does. */
  readonly basePath?: string
  /** Alternatives, each the keys of the security schemes that must all be satisfied; absent when none is needed. */
  readonly security?: readonly (readonly string[])[]
  readonly parameters?: RouteParameters
  readonly body?: RouteBody
  /** By status: `200`, a range such as `4XX`, or `default`. Empty contents: there is no body. */
  readonly responses: { readonly [status: string]: ResponseContents }
}

/** The parameters of an operation. */
export interface RouteParameters {
  readonly formats: readonly ParameterFormat[]
  /** Checks an object of the objects `path`, `query`, `header` and `cookie`. */
  readonly validate: Validate
}

/** The body of an operation's requests. */
export interface RouteBody {
  readonly required: boolean
  readonly contents: RequestContents
}

/** Media types as documented, and how a body of each is read. Of JSON it is enough to say what checks it. */
export interface RequestContents {
  readonly [mediaType: string]: Validate | RequestContent
}

/** A media type of requests. */
export interface RequestContent {
  readonly read: ReadContent
  /** Checks the value of a body, or each item where that is a stream. */
  readonly validate: Validate
}

/** Media types as documented, the first of them the one to send unless the handler names another. Of JSON it is enough to say what checks it. */
export interface ResponseContents {
  readonly [mediaType: string]: Validate | ResponseContent
}

/** A media type of responses. */
export interface ResponseContent {
  readonly format: ContentFormat
  /** Checks the value of a body, or each item where that is a stream. */
  readonly validate: Validate
}
