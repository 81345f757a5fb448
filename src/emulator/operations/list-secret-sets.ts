import { secretSetStatus } from '../provisioning.js'
import type { Context } from './context.js'

/** `GET /secrets` */
export function listSecretSets({ state, now }: Context) {
  const time = now()
  const sets = [...state.secretSets.values()].map((set) => {
    const { name, type = 'secret', region, errorMessage } = set
    const status = secretSetStatus(set, time)
    return { name, type, region, status, ...(status === 'failed' && errorMessage && { errorMessage }) }
  })
  return { status: 200, body: { sets } } as const
}
