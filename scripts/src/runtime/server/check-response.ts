import type { Issue } from '../validation.js'
import { entryFor } from './media-type.js'
import { responseContents } from './reply.js'
import type { Route } from './route.js'

/** A handler's answer that the document does not have, or that is not what the document says. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError'
  /** Name of the handler. */
  readonly operation: string
  readonly status: number
  /** What is wrong with the body, if it is that. */
  readonly issues: readonly Issue[]

  constructor(operation: string, status: number, finding: string, issues: readonly Issue[] = []) {
    const details = issues.map(({ pointer, message }) => `\n  ${pointer || '/'} ${message}`)
    super(`${operation} answered ${status} ${finding}${details.join('')}`)
    this.operation = operation
    this.status = status
    this.issues = issues
  }
}

/**
 * Checks a response against the document: status, media type, and content that is JSON.
 * @throws ReplyError if something is wrong with it.
 */
export async function checkResponse(route: Route, response: Response): Promise<void> {
  const fail = (finding: string, issues?: readonly Issue[]): never => {
    throw new ReplyError(route.id, response.status, finding, issues)
  }
  const contents = responseContents(route, response.status) ?? fail('which is not documented')
  const documented = Object.keys(contents)
  if (response.body === null) {
    return documented.length > 0
      ? fail(`without a body; documented is ${documented.join(' or ')}`)
      : undefined
  }
  if (documented.length === 0) fail('with a body, and none is documented')
  const contentType = response.headers.get('content-type') ?? 'no media type'
  const validate =
    entryFor(contents, contentType) ?? fail(`as ${contentType}; documented is ${documented.join(' or ')}`)
  const { issues = [] } = validate(parseJson(await response.clone().text(), fail))
  if (issues.length > 0) fail('with a body that is not valid', issues)
}

function parseJson(text: string, fail: (finding: string) => never): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return fail('with a body that is not JSON')
  }
}
