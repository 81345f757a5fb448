import type { Refusal } from '../../generated/server/index.js'
import { type ErrorReply, errors } from './error-reply.js'

/** A request that can be read but is not what the document asks for. */
export type Invalid = Extract<Refusal, { kind: 'invalid' }>

/**
 * The error for a request that has both `image` and `buildId`, or neither. The document says it with `oneOf`, the API with messages
 * of its own; `undefined` if the choice is clear.
 */
export function imageChoiceError({ issues }: Invalid): ErrorReply<400> | undefined {
  const choice = issues.find(({ pointer, keyword }) => pointer === '/body' && keyword === 'oneOf')
  // The validators put the issues of each alternative there.
  const alternatives = choice?.params?.['alternatives'] as readonly Invalid['issues'][] | undefined
  const allFailFor = (reason: string) =>
    alternatives?.every((list) => list.some(({ keyword }) => keyword === reason))
  if (allFailFor('required')) return errors.imageOrBuildIdMissing()
  // A property whose schema is `false` has to be absent.
  if (allFailFor('false')) return errors.imageAndBuildId()
  return undefined
}
