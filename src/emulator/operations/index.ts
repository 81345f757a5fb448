import type { Handlers } from '../../../generated/server/index.js'
import type { Context } from './context.js'
import { createAgent } from './create-agent.js'
import { getAgent } from './get-agent.js'

/** The operations, as handlers of the generated server layer. */
export function createOperations(context: Context): Handlers {
  return {
    createAgent: ({ body }) => createAgent(context, body),
    getAgent: ({ path }) => getAgent(context, path.agentName),
  }
}
