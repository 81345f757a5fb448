import type { Content, RequestBody } from '../../model/types.js'
import { preferredFirst } from './response-kind.js'

/** The contents that a body can have, the one first that is sent unless the caller names another: plain JSON if it can be. */
export function sendable({ contents }: RequestBody): readonly Content[] {
  const ordered = preferredFirst(contents)
  const plain = ordered.find(({ mediaType }) => mediaType === 'application/json')
  return plain === undefined ? ordered : [plain, ...ordered.filter((it) => it !== plain)]
}
