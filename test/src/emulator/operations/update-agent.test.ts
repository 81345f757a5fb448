import { describe, expect, it } from 'vitest'
import type { Emulator } from '../../../../src/emulator/index.js'
import { begin, get, minimal, startReady, update } from '../emulation.js'

const name = minimal.serviceName
const buildId = '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90'
const builds = [{ id: buildId, region: 'us-west' }]

/** What is asked for, and whether a new deployment comes of it. */
const changes: readonly (readonly [request: object, isDeployed: boolean])[] = [
  [{}, false],
  [{ image: minimal.image }, false],
  [{ nodeType: 'arm' }, false],
  [{ agentProfile: 'agent-1x' }, false],
  [{ krispViva: {} }, false],
  [{ krispViva: { audioFilter: null } }, false],
  [{ autoScaling: { minAgents: 2 } }, false],
  [{ websocketAuth: 'token' }, false],
  [{ forceRedeploy: false }, false],
  [{ forceRedeploy: true }, true],
  [{ image: 'other/image:2' }, true],
  [{ buildId }, true],
  [{ agentProfile: 'agent-2x' }, true],
  [{ secretSet: 'voice-starter-secrets' }, true],
  [{ imagePullSecretSet: 'dockerhub-credentials' }, true],
  [{ krispViva: { audioFilter: 'tel' } }, true],
  [{ maxSessionDuration: 60 }, true],
  [{ websocketAuth: 'none' }, true],
]

describe('updateAgent', () => {
  it.each(changes)('of %j: a new deployment is %s', async (request, isDeployed) => {
    const emulator = await startReady({ builds })
    const before = emulator.state.agents.get(name)!
    emulator.clock.advance(10)
    const { status, body } = await update(emulator, name, request)
    const after = emulator.state.agents.get(name)!
    expect(status).toBe(200)
    expect(after.deployment.id !== before.deployment.id).toBe(isDeployed)
    expect(after.earlier).toEqual(isDeployed ? [before.deployment] : [])
    expect(body).toMatchObject({
      ready: !isDeployed,
      available: true,
      desiredDeploymentId: after.deployment.id,
      reconciledDeploymentId: before.deployment.id,
      currentRevision: { deploymentID: before.deployment.id, phase: 'Active' },
      previousRevision: null,
    })
  })

  it.each([
    [{}, true],
    [{ image: minimal.image }, true],
    [{ autoScaling: { minAgents: 1 } }, false],
    [{ forceRedeploy: true }, false],
    [{ image: 'other/image:2' }, false],
  ])('of %j warns that it changes nothing: %s', async (request, isWarned) => {
    const emulator = await startReady()
    emulator.clock.advance(10)
    const { body } = await update(emulator, name, request)
    expect(Object.hasOwn(Object(body), 'warning')).toBe(isWarned)
    const { createdAt, updatedAt } = emulator.state.agents.get(name)!
    expect(updatedAt.getTime() - createdAt.getTime()).toBe(isWarned ? 0 : 1010)
  })

  it('keeps what is left out', async () => {
    const emulator = await startReady(
      {},
      {
        autoScaling: { minAgents: 1, maxAgents: 5 },
        krispViva: { audioFilter: 'pro' },
        maxSessionDuration: 600,
      },
    )
    const { body } = await update(emulator, name, { autoScaling: { maxAgents: 7 }, krispViva: {} })
    expect(body).toMatchObject({
      autoScaling: { minReplicas: 1, maxReplicas: 7 },
      krispViva: { audioFilter: 'pro' },
      deployment: {
        manifest: {
          spec: {
            image: minimal.image,
            autoScaling: { minReplicas: 1, maxReplicas: 7 },
            maxSessionDurationSeconds: 600,
          },
        },
      },
    })
  })

  it('puts a build in the place of an image, and the other way round', async () => {
    const emulator = await startReady({ builds })
    const spec = async (request: object) => {
      const { body } = await update(emulator, name, request)
      return (body as { deployment: { manifest: { spec: object } } }).deployment.manifest.spec
    }
    expect(await spec({ buildId })).not.toHaveProperty('image')
    expect(await spec({ agentProfile: 'agent-2x' })).not.toHaveProperty('image')
    expect(emulator.state.agents.get(name)?.request).toHaveProperty('buildId', buildId)
    expect(await spec({ image: 'a/b:1' })).toHaveProperty('image', 'a/b:1')
    expect(emulator.state.agents.get(name)?.request).not.toHaveProperty('buildId')
  })

  it.each([
    [{ image: 'a/b:1', buildId }, 400, 'Cannot specify both image and buildId. Use one or the other.'],
    [{ buildId: 'x', image: null }, 400, 'Cannot specify both image and buildId. Use one or the other.'],
    [{ buildId }, 400, 'Build not found'],
    [{ secretSet: 'nobody' }, 404, 'Service not found'],
    [{ nodeType: 'intel' }, 400, 'Invalid parameters'],
    [{ region: 'us-east' }, 400, 'Invalid parameters'],
    [{ maxSessionDuration: 59 }, 400, 'Invalid parameters'],
  ])('of %j is refused with %i, and changes nothing', async (request, status, error) => {
    const emulator = await startReady({ builds: [] })
    const before = emulator.state.agents.get(name)
    expect(await update(emulator, name, request)).toMatchObject({ status, body: { error } })
    expect(emulator.state.agents.get(name)).toBe(before)
  })

  it('finds no agent that there is not', async () => {
    const emulator = await startReady()
    expect(await update(emulator, 'nobody', {})).toMatchObject({
      status: 404,
      body: { error: 'Service not found' },
    })
  })
})

/** Whether an agent is ready and available, and the phases of its revisions. */
async function phases(emulator: Emulator): Promise<unknown[]> {
  const { body } = await get(emulator, name)
  const { ready, available, currentRevision, previousRevision } = Object(body)
  return [ready, available, currentRevision?.phase, previousRevision?.phase ?? null]
}

describe('a rollout', () => {
  it('keeps the deployment before serving until the next one is active', async () => {
    const emulator = await startReady({ readyAfter: 1000 })
    await update(emulator, name, { image: 'a/b:2' })
    const seen = [await phases(emulator)]
    for (const step of [250, 250, 499, 1]) {
      emulator.clock.advance(step)
      // oxlint-disable-next-line no-await-in-loop -- one moment comes after the other
      seen.push(await phases(emulator))
    }
    expect(seen).toEqual([
      [false, true, 'Active', null],
      [false, true, 'Creating', 'Active'],
      [false, true, 'Validating', 'Active'],
      [false, true, 'Validating', 'Active'],
      [true, true, 'Active', null],
    ])
  })

  it('drains the deployment before as long as it has sessions', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    const before = emulator.state.agents.get(name)?.deployment.id
    await update(emulator, name, { image: 'a/b:2' })
    emulator.clock.advance(1000)
    expect((await get(emulator, name)).body).toMatchObject({
      ready: true,
      activeSessionCount: 1,
      currentRevision: { phase: 'Active', readyReplicas: 0 },
      previousRevision: {
        deploymentID: before,
        phase: 'Draining',
        readyReplicas: 1,
        health: { ready: true, state: 'running', replicasStarted: 1 },
      },
    })
    emulator.endSession(id)
    expect(await phases(emulator)).toEqual([true, true, 'Active', null])
  })

  it('that fails leaves the deployment before serving', async () => {
    const emulator = await startReady({ failing: [{ image: '*:bad', reason: 'CrashLoopBackOff' }] })
    await update(emulator, name, { image: 'a/b:bad' })
    emulator.clock.advance(1000)
    expect(await phases(emulator)).toEqual([false, true, 'Failed', 'Active'])
    await update(emulator, name, { image: 'a/b:good' })
    expect(await phases(emulator)).toEqual([false, true, 'Failed', 'Active'])
    emulator.clock.advance(1000)
    expect(await phases(emulator)).toEqual([true, true, 'Active', null])
  })

  it('is given up for the next one', async () => {
    const emulator = await startReady()
    await update(emulator, name, { image: 'a/b:2' })
    emulator.clock.advance(500)
    await update(emulator, name, { image: 'a/b:3' })
    emulator.clock.advance(250)
    const [first, second, third] = [
      ...emulator.state.agents.get(name)!.earlier,
      emulator.state.agents.get(name)!.deployment,
    ].map(({ id }) => id)
    expect(second).not.toBe(first)
    emulator.clock.advance(500)
    expect((await get(emulator, name)).body).toMatchObject({
      ready: false,
      currentRevision: { deploymentID: third, phase: 'Validating' },
      previousRevision: { deploymentID: first, phase: 'Active' },
    })
    emulator.clock.advance(250)
    expect(await phases(emulator)).toEqual([true, true, 'Active', null])
  })
})
