import type { Agent } from '../../src/index.js'
import created from '../fixtures/seed/create-agent.response.json' with { type: 'json' }

/** The agent of the reference page, with other members. */
export function agentWith(members: Partial<Agent> = {}): Agent {
  // The compiler takes the enumerations in a JSON file for plain strings.
  return { ...(created as Agent), ...members }
}
