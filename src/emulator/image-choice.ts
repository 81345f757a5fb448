import { type ErrorReply, errors } from './error-reply.js'

/** The error for the body of a creation that has both `image` and `buildId`, or neither; `undefined` if the choice is clear. */
export function creationChoiceError(body: unknown): ErrorReply<400> | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  return hasImage(body) || hasBuildId(body) ? updateChoiceError(body) : errors.imageOrBuildIdMissing()
}

/** The error for the body of an update that has both `image` and `buildId`; an update may have neither. */
export function updateChoiceError(body: unknown): ErrorReply<400> | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  return hasImage(body) && hasBuildId(body) ? errors.imageAndBuildId() : undefined
}

function hasImage(body: object): boolean {
  return Object.hasOwn(body, 'image')
}

function hasBuildId(body: object): boolean {
  return Object.hasOwn(body, 'buildId')
}
