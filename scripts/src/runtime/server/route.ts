import type { Issue } from '../validation.js'
import type { ParameterFormat } from './parameter.js'

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
  readonly responses: { readonly [status: string]: Contents }
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
  readonly contents: Contents
}

/** Media types as documented, all of them JSON, and what checks a value of each. */
export interface Contents {
  readonly [mediaType: string]: Validate
}

/** Checks a value and finds its issues. */
export type Validate = (value: unknown) => { readonly issues?: readonly Issue[] | undefined }
