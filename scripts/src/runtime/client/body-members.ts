import { isArray, membersOf } from './parameter-text.js'

/**
 * The members of a body that is written member by member.
 * @throws TypeError if it is not a plain object.
 */
export function bodyMembers(body: unknown): [name: string, value: unknown][] {
  if (typeof body !== 'object' || body === null || isArray(body))
    throw new TypeError('The body must be an object')
  return membersOf('body', body)
}
