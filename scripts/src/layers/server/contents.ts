import type { Content, Operation, Response } from '../../model/types.js'

/** The statuses whose responses have no content, whatever a document says (Fetch, 2.2.3). */
const NULL_BODY_STATUSES: ReadonlySet<string> = new Set(['204', '205', '304'])

/** The responses that a `Response` can be: no interim ones (RFC 9110, 15.2). */
export function finalResponses({ responses }: Operation): readonly Response[] {
  return responses.filter(({ status }) => !status.startsWith('1'))
}

/**
 * The contents that a response can have, the preferred first: none if it answers `HEAD` (RFC 9110, 9.3.2) or its status forbids it.
 */
export function sendableContents({ method }: Operation, { status, contents }: Response): readonly Content[] {
  if (method === 'head' || NULL_BODY_STATUSES.has(status)) return []
  return [...contents.filter(({ isPreferred }) => isPreferred), ...contents.filter((it) => !it.isPreferred)]
}
