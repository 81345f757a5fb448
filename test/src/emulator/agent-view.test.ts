import { describe, expect, it } from 'vitest'
import { create, minimal, start } from './emulation.js'

const cases: readonly (readonly [members: object, view: object])[] = [
  [{}, { krispViva: null, agentProfile: 'agent-1x', autoScaling: { minReplicas: 0, maxReplicas: 50 } }],
  [{ krispViva: {} }, { krispViva: { audioFilter: null } }],
  [{ krispViva: { audioFilter: null } }, { krispViva: { audioFilter: null } }],
  [{ krispViva: { audioFilter: 'pro' } }, { krispViva: { audioFilter: 'pro' } }],
  [{ agentProfile: 'agent-2x' }, { agentProfile: 'agent-2x' }],
  [{ autoScaling: { minAgents: 1, maxAgents: 2 } }, { autoScaling: { minReplicas: 1, maxReplicas: 2 } }],
]

describe('an agent as the API shows it', () => {
  it.each(cases)('of %j has %j', async (members, view) => {
    const emulator = await start()
    const { status, body } = await create(emulator, { ...minimal, ...members })
    expect(status).toBe(200)
    expect(body).toMatchObject({ ...view, activeSessionCount: 0 })
  })
})
