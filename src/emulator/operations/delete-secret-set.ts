import { errors } from '../error-reply.js'
import type { Context } from './context.js'

/** `DELETE /secrets/{setName}`. Agents that use the set are left as they are. */
export function deleteSecretSet({ state }: Context, name: string) {
  if (!state.secretSets.delete(name)) return errors.setNotFound()
  return { status: 200, body: { status: 'OK' } } as const
}
