import type { Content, Operation, Response } from '../../model/types.js'

/**
 * What the document says of the body of a response: that it has content, or that there is `none`. An error without content may have
 * a body all the same, of which nothing is known: `any`.
 */
export function responseKind(
  { method }: Operation,
  { outcome, contents }: Response,
): 'content' | 'none' | 'any' {
  if (method === 'head') return 'none'
  if (contents.length > 0) return 'content'
  return outcome === 'success' ? 'none' : 'any'
}

/** The responses that a caller can see: `fetch` keeps those of the class 1XX to itself. */
export function finalResponses({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => !status.startsWith('1'))
}

/** Contents with those first that are preferred. */
export function preferredFirst(contents: readonly Content[]): readonly Content[] {
  return [...preferred(contents), ...contents.filter(({ isPreferred }) => !isPreferred)]
}

/** The contents that a caller gets unless it asks for others. */
export function preferred(contents: readonly Content[]): readonly Content[] {
  return contents.filter(({ isPreferred }) => isPreferred)
}
