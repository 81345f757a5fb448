import type { Handlers } from '../../../generated/server/index.js'

/** Name of an operation, as in the OpenAPI document: `createAgent`. */
export type OperationId = keyof Handlers

/** Which of the requests a fault strikes. Without any of these it strikes every one. */
export interface FaultTarget {
  /** Requests for this operation, or for one of these. */
  readonly operation?: OperationId | readonly OperationId[] | undefined
  /** Requests with this method, in upper case. */
  readonly method?: string | undefined
  /** Requests to this path, without a query: `/v1/agents/voice-starter`. In a string `*` stands for any text. */
  readonly path?: string | RegExp | undefined
  /** The first of those requests that is struck, counted from 1 when the fault is added. Default: 1. */
  readonly nth?: number | undefined
  /** How many requests are struck at most. Default: 1 where `nth` is given, else every one. */
  readonly times?: number | undefined
  /** Chance of each of those requests, from 0 to 1, by the emulator's seed. Default: 1. */
  readonly probability?: number | undefined
}

/** Whether a fault comes before the emulator does what is asked for, which then never happens, or after it. */
export interface FaultMoment {
  readonly when?: 'before' | 'after' | undefined
}

/** What each kind of fault can be told. */
export interface FaultDetails {
  /**
   * The connection is reset as it is made, before a byte is read; one that was kept alive is reset as the next request comes. So it
   * strikes each attempt once, but knows nothing of it, and takes no `operation`, `method` or `path`.
   */
  readonly refuse: object
  /** The connection is reset instead of an answer. `when` is `before` by default. */
  readonly reset: FaultMoment
  /** There is no answer, ever. `when` is `before` by default. */
  readonly hang: FaultMoment
  /** The answer is late. With `when: 'after'` it is the effect that comes at once. */
  readonly slow: FaultMoment & {
    /** Milliseconds, by the system's clock. Default: 1000. */
    readonly delay?: number | undefined
  }
  /** The answer has its right `Content-Length`, half of its body, and then the end of the connection. `when` is `after` by default. */
  readonly truncate: FaultMoment
  /** The answer has its right `Content-Length`, half of its body, and then nothing more, ever. `when` is `after` by default. */
  readonly stall: FaultMoment
  /** The body of the answer lacks its last character. `when` is `after` by default. */
  readonly 'invalid-json': FaultMoment
  /** The answer calls its body something else than JSON. `when` is `after` by default. */
  readonly 'content-type': FaultMoment & {
    /** Default: `text/html`. */
    readonly contentType?: string | undefined
  }
  /** There is another answer. `when` is `before` by default. */
  readonly status: FaultMoment & {
    readonly status: number
    /** The header `Retry-After`: seconds, or a date as HTTP writes it. Default: none. */
    readonly retryAfter?: number | string | undefined
    /** A string as it is, all else as JSON. Default: an error of that status. */
    readonly body?: unknown
    /** More headers, which may also replace `content-type`. */
    readonly headers?: Readonly<Record<string, string>> | undefined
  }
}

/** The kinds of faults. */
export type FaultKind = keyof FaultDetails

/** A fault of one of these kinds. */
export type FaultOf<K extends FaultKind> = {
  readonly [P in K]: { readonly kind: P } & FaultTarget & FaultDetails[P]
}[K]

/** A fault: what goes wrong, and with which requests. */
export type Fault = FaultOf<FaultKind>

/** A kind that strikes a request; `refuse` strikes a connection. */
export type RequestFaultKind = Exclude<FaultKind, 'refuse'>

/** A fault that struck a request or a connection. */
export interface StruckFault {
  readonly kind: FaultKind
  /** Absent for a connection, as are the rest. */
  readonly when?: 'before' | 'after'
  readonly method?: string
  /** Path of the URL, without the query. */
  readonly path?: string
  readonly operation?: OperationId
}

/** What `when` is where a fault does not say it. */
const WHEN: { readonly [K in RequestFaultKind]: 'before' | 'after' } = {
  reset: 'before',
  hang: 'before',
  slow: 'before',
  truncate: 'after',
  stall: 'after',
  'invalid-json': 'after',
  'content-type': 'after',
  status: 'before',
}

/** When a fault strikes. */
export function whenOf({ kind, when }: FaultOf<RequestFaultKind>): 'before' | 'after' {
  return when ?? WHEN[kind]
}
