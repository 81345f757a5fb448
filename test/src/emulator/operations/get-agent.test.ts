import { describe, expect, it, vi } from 'vitest'
import { create, get, minimal, start } from '../emulation.js'

const createdAt = Date.parse('2026-05-11T08:00:00.000Z')
const waiting = { ready: false, available: false, activeDeploymentReady: false }
const serving = { ready: true, available: true, activeDeploymentReady: true }

interface Moment {
  /** Milliseconds after the creation. */
  readonly after: number
  readonly state: object
  /** The phase, and how many milliseconds after the creation it began. */
  readonly phase?: string
  readonly since?: number
}

/** What is read of an agent that is ready after 8 seconds. */
const lifeCycle: readonly Moment[] = [
  { after: -1, state: waiting },
  { after: 0, state: waiting },
  { after: 1999, state: waiting },
  { after: 2000, state: waiting, phase: 'Creating', since: 2000 },
  { after: 3999, state: waiting, phase: 'Creating', since: 2000 },
  { after: 4000, state: waiting, phase: 'Validating', since: 4000 },
  { after: 7999, state: waiting, phase: 'Validating', since: 4000 },
  { after: 8000, state: serving, phase: 'Active', since: 8000 },
  { after: 3_600_000, state: serving, phase: 'Active', since: 8000 },
]

describe('getAgent', () => {
  it.each(lifeCycle)('after $after ms finds phase $phase', async ({ after, state, phase, since = 0 }) => {
    let time = createdAt
    const emulator = await start({ readyAfter: 8000, now: () => new Date(time) })
    await create(emulator, { ...minimal, autoScaling: { minAgents: 2 } })
    time += after
    const { status, body } = await get(emulator, minimal.serviceName)
    const id = emulator.state.agents.get(minimal.serviceName)?.deployment.id
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...state,
      createdAt: '2026-05-11T08:00:00.000Z',
      updatedAt: '2026-05-11T08:00:00.000Z',
      desiredDeploymentId: id,
      activeDeploymentId: id,
      reconciledDeploymentId: phase === undefined ? null : id,
    })
    const isActive = phase === 'Active'
    const revision = {
      deploymentID: id,
      phase,
      readyReplicas: isActive ? 2 : 0,
      phaseStartedAt: new Date(createdAt + since).toISOString(),
      ...(isActive && { health: { ready: true, state: 'running', restartCount: 0, replicasStarted: 2 } }),
    }
    const revisions = phase === undefined ? {} : { currentRevision: revision, previousRevision: null }
    expect(pick(body, ['currentRevision', 'previousRevision'])).toEqual(revisions)
  })

  it('is ready with no instance when none is kept warm', async () => {
    const emulator = await start({ readyAfter: 0 })
    await create(emulator, minimal)
    const { body } = await get(emulator, minimal.serviceName)
    expect(body).toMatchObject({ ...serving, currentRevision: { phase: 'Active', readyReplicas: 0 } })
    expect(body).not.toHaveProperty('currentRevision.health')
  })

  it('goes by the system clock when it gets no other', async () => {
    const [soon, late] = [await start({ readyAfter: 20 }), await start({ readyAfter: 3_600_000 })]
    await Promise.all([create(soon, minimal), create(late, minimal)])
    await vi.waitFor(async () => expect((await get(soon, minimal.serviceName)).body).toMatchObject(serving))
    expect((await get(late, minimal.serviceName)).body).toMatchObject(waiting)
  })

  it.each(['nobody', '__proto__', 'constructor', 'a%2Fb', 'VOICE-STARTER'])(
    'has no agent %s',
    async (name) => {
      const emulator = await start()
      await create(emulator, minimal)
      const { status, body } = await get(emulator, name)
      expect({ status, body }).toEqual({ status: 404, body: { error: 'Not found', code: 'NOT_FOUND' } })
    },
  )
})

function pick(value: unknown, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(Object(value)).filter(([key]) => keys.includes(key)))
}
