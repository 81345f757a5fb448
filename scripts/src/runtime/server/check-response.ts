import type { Issue } from '../validation.js'
import { abandon } from './abandon.js'
import type { StreamWatch } from './content-format.js'
import { findEntry } from './media-type.js'
import { responseContent, responseContents } from './response-contents.js'
import type { ResponseContent, Route } from './route.js'

/** A handler's answer that the document does not have, or that is not what the document says. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError'
  /** Name of the handler. */
  readonly operation: string
  readonly status: number
  /** What is wrong with the body, or with an item of it, if it is that. */
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
 * Checks a response against the document: status, media type, and content that is JSON or text.
 * @throws ReplyError if something is wrong with it.
 */
export async function checkResponse(route: Route, response: Response): Promise<void> {
  const fail = (finding: string, issues?: readonly Issue[]): never => {
    if (response.body) abandon(response.body)
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
  const found =
    findEntry(contents, contentType) ?? fail(`as ${contentType}; documented is ${documented.join(' or ')}`)
  const { format, validate } = responseContent(found.entry)
  if (!format.parse) return
  const { issues = [] } = validate(parsed(format.parse, await response.clone().text(), fail))
  if (issues.length > 0) fail('with a body that is not valid', issues)
}

function parsed(parse: (text: string) => unknown, text: string, fail: (finding: string) => never): unknown {
  try {
    return parse(text)
  } catch {
    return fail('with a body that is not JSON')
  }
}

/** Makes the check of the items of a stream, one after another. */
export function itemCheck(
  { id }: Route,
  status: number,
  { validate }: ResponseContent,
): StreamWatch['check'] {
  let index = -1
  return (item) => {
    index += 1
    const { issues = [] } = validate(item())
    if (issues.length > 0) throw new ReplyError(id, status, `with an item ${index} that is not valid`, issues)
  }
}
