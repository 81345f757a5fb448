import { errorProblem, refusalProblem } from './problem.js'
import type { Refusal } from './refusal.js'

/** How requests are answered, beside what the document says. */
export interface ServerOptions {
  /**
   * What comes before every path of the document: `/v1`, or `''` for nothing. A variable in braces stands for any segment.
   * Operations on a server elsewhere stay below that server's own path. Default: the path of the document's first server.
   */
  readonly basePath?: string | undefined
  /**
   * Whether what handlers return is checked against the document before it is sent, of a stream each item. What is not documented or
   * not valid is not sent: it is a `ReplyError` for `onError`. Of a `Response` bodies of JSON and text are checked. Default: false.
   */
  readonly validateResponses?: boolean | undefined
  /** The most bytes that a body may have, or of a stream each line. Default: 1,048,576 (1 MiB). */
  readonly maxBodyBytes?: number | undefined
  /**
   * Answers a request that is refused before its handler is called. Default: problem details as
   * `application/problem+json` (RFC 9457), with the issues.
   */
  readonly onRefused?: ((refusal: Refusal, request: Request) => Response | Promise<Response>) | undefined
  /**
   * Answers a request where a handler, `security` or `onRefused` threw, or a reply could not be sent. Default: problem details with
   * status 500 that say nothing of the error. What this function itself throws rejects the promise of the response. What ends a stream
   * before its end it is told of as well, but what it returns is not sent then: the response breaks off.
   */
  readonly onError?: ((error: unknown, request: Request) => Response | Promise<Response>) | undefined
}

/** Options with their defaults filled in. */
export type Settings = { readonly [K in keyof ServerOptions]-?: Exclude<ServerOptions[K], undefined> }

/**
 * Fills in the defaults.
 * @throws TypeError if an option has a value that it cannot have.
 */
export function settle(options: ServerOptions, defaultBasePath: string): Settings {
  const {
    basePath = defaultBasePath,
    validateResponses = false,
    maxBodyBytes = 1_048_576,
    onRefused = refusalProblem,
    onError = errorProblem,
  } = options
  if (basePath !== '' && !basePath.startsWith('/')) {
    throw new TypeError(`basePath must be empty or begin with a slash, not ${JSON.stringify(basePath)}`)
  }
  if (!(maxBodyBytes >= 0)) throw new TypeError(`maxBodyBytes must be 0 or more, not ${maxBodyBytes}`)
  return { basePath: basePath.replace(/\/$/, ''), validateResponses, maxBodyBytes, onRefused, onError }
}
