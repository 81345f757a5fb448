import type { SecretSet } from './state.js'

/** How far the provisioning of a secret set has come. */
export function secretSetStatus(
  { status = 'ready', changedAt, provisionAfter = 0 }: SecretSet,
  now: Date,
): 'pending' | 'ready' | 'failed' {
  const isOver = changedAt === undefined || now.getTime() >= changedAt.getTime() + provisionAfter
  return isOver ? status : 'pending'
}
