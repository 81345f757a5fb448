import { errors } from '../error-reply.js'
import { secretSetStatus } from '../provisioning.js'
import type { Context } from './context.js'

/** `GET /secrets/{setName}` */
export function getSecretSet({ state, now }: Context, name: string) {
  const set = state.secretSets.get(name)
  if (!set) return errors.setNotFound()
  const { type, region, errorMessage, secrets = [] } = set
  if (type === 'imagePullSecret') return errors.imagePullSecretNotReadable()
  const status = secretSetStatus(set, now())
  const failure = status === 'failed' && errorMessage && { errorMessage }
  const fields = secrets.map((fieldName) => ({ fieldName }))
  return { status: 200, body: { region, status, ...failure, secrets: fields } } as const
}
