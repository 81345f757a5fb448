import { errors } from '../error-reply.js'
import type { Context } from './context.js'

/** `DELETE /agents/{agentName}`. The name is free again; sessions that run go on. */
export function deleteAgent({ state }: Context, name: string) {
  if (!state.agents.delete(name)) return errors.agentNotFound()
  return { status: 200, body: { status: 'OK' } } as const
}
