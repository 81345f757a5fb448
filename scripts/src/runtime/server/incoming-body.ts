import type { Issue } from '../validation.js'
import type { Validate } from './validate.js'

/** A body whose content type is documented. */
export interface IncomingBody {
  readonly stream: NonNullable<Request['body']>
  /** As in the header field. */
  readonly contentType: string
  /** How many bytes it has, as its header says; 0 if that does not. */
  readonly length: number
  /** The most bytes that may be held of it at a time. */
  readonly maxBytes: number
}

/** A body that was read, and what is wrong with it as far as that is known. */
export interface ReadBody {
  readonly value: unknown
  readonly issues: readonly Issue[]
}

/**
 * Reads a body; `undefined` if there is none.
 * @throws RefusedError if it cannot be read.
 */
export type ReadContent = (body: IncomingBody, validate: Validate) => Promise<ReadBody | undefined>

/** A value that was read as a whole, and its issues. */
export function checkedBody(value: unknown, validate: Validate): ReadBody {
  return { value, issues: (validate(value).issues ?? []).map((issue) => inBody(issue)) }
}

/** An issue as one of the request, whose body or, of a stream, item of the body it was found in. */
export function inBody(issue: Issue, index?: number): Issue {
  const place = index === undefined ? ['body'] : ['body', index]
  return { ...issue, path: [...place, ...issue.path], pointer: `/${place.join('/')}${issue.pointer}` }
}
