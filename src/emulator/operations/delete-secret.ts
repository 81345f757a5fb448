import { errors } from '../error-reply.js'
import type { Context } from './context.js'

/** `DELETE /secrets/{setName}/{secretKey}`. The set is not provisioned anew for that. */
export function deleteSecret({ state }: Context, name: string, key: string) {
  const set = state.secretSets.get(name)
  // A set of credentials has no keys.
  if (!set?.secrets?.includes(key)) return errors.secretNotFound()
  state.secretSets.set(name, { ...set, secrets: set.secrets.filter((it) => it !== key) })
  return { status: 200, body: { status: 'OK' } } as const
}
