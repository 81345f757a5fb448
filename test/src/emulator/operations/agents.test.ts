import { describe, expect, it } from 'vitest'
import { begin, create, get, minimal, send, start, startReady, startSession } from '../emulation.js'

const name = minimal.serviceName

describe('listAgents', () => {
  it('lists agents, of all regions or of one', async () => {
    const emulator = await start()
    expect((await send(emulator, 'GET', '/agents')).body).toEqual({ services: [] })
    await create(emulator, minimal)
    await create(emulator, { ...minimal, serviceName: 'other', region: 'us-east' })
    const names = async (query: string) => {
      const { body } = await send(emulator, 'GET', `/agents${query}`)
      return (body as { services: { name: string }[] }).services.map((service) => service.name)
    }
    expect(await names('')).toEqual([name, 'other'])
    expect(await names('?region=us-east')).toEqual(['other'])
    expect(await names('?region=mars')).toEqual([])
  })

  it('shows the ids, and the deployment only where it is asked for', async () => {
    const emulator = await startReady()
    const agent = emulator.state.agents.get(name)!
    const item = {
      id: agent.id,
      name,
      region: 'us-west',
      desiredDeploymentId: agent.deployment.id,
      activeDeploymentId: agent.deployment.id,
      reconciledDeploymentId: agent.deployment.id,
      organizationId: '21c3ee69-ec76-4e95-a5b1-fa4d1eb4c0a5',
      createdAt: agent.createdAt.toISOString(),
      updatedAt: agent.updatedAt.toISOString(),
      deletedAt: null,
    }
    expect((await send(emulator, 'GET', '/agents?includeActiveDeployment=false')).body).toEqual({
      services: [item],
    })
    const { body } = await send(emulator, 'GET', '/agents?includeActiveDeployment=true')
    const { deployment } = Object((await get(emulator, name)).body)
    expect(body).toEqual({ services: [{ ...item, deployment }] })
  })

  it('shows a deployment that was not processed yet as that', async () => {
    const emulator = await start({ clock: 'manual' })
    await create(emulator, minimal)
    expect((await send(emulator, 'GET', '/agents')).body).toMatchObject({
      services: [{ reconciledDeploymentId: null }],
    })
  })
})

describe('deleteAgent', () => {
  it('deletes an agent once, and frees its name', async () => {
    const emulator = await startReady()
    const deletion = await send(emulator, 'DELETE', `/agents/${name}`)
    expect([deletion.status, deletion.body]).toEqual([200, { status: 'OK' }])
    expect((await send(emulator, 'DELETE', `/agents/${name}`)).body).toEqual({
      error: 'Not found',
      code: 'NOT_FOUND',
    })
    expect((await get(emulator, name)).status).toBe(404)
    expect((await create(emulator, minimal)).status).toBe(200)
  })

  it('lets sessions go on, and starts no new ones', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    await send(emulator, 'DELETE', `/agents/${name}`)
    expect((await startSession(emulator, name)).status).toBe(404)
    const path = `/agents/${name}/sessions`
    expect((await send(emulator, 'GET', `${path}?status=active`)).body).toMatchObject({ total_count: 1 })
    expect((await send(emulator, 'GET', `/public/${name}/sessions/${id}/status`)).status).toBe(200)
    expect((await send(emulator, 'DELETE', `${path}/${id}`)).body).toEqual({
      status: 'terminated',
      session_id: id,
    })
    expect((await send(emulator, 'GET', `${path}/${id}`)).body).toMatchObject({
      completionStatus: 'HTTP_COMPLETED',
    })
  })

  it('gives the sessions of an agent to none that takes its name', async () => {
    const emulator = await startReady()
    await begin(emulator)
    await send(emulator, 'DELETE', `/agents/${name}`)
    await create(emulator, minimal)
    expect((await get(emulator, name)).body).toMatchObject({ activeSessionCount: 0 })
  })
})

describe('a deployment that fails', () => {
  const failing = [
    { image: '*:crash', reason: 'CrashLoopBackOff', message: "Traceback\nKeyError: 'KEY'", exitCode: 1 },
    { image: '*:memory', reason: 'CrashLoopBackOff', exitCode: 137 },
    { image: '*:error', reason: 'Error' },
    { image: '*:gone', reason: 'ImagePullBackOff', code: 'PCC_IMAGE_NOT_FOUND', message: 'No such image' },
    { agent: 'on-*', reason: 'OOMKilled', exitCode: 137, hasInfrastructureIssue: true },
  ]
  const health = { ready: false, replicasStarted: 1, restartCount: 0 }
  const crash = { ...health, state: 'waiting', reason: 'CrashLoopBackOff', restartCount: 1, lastExitCode: 1 }

  it.each([
    [
      { image: 'a/b:crash' },
      { ...crash, lastTerminationReason: 'Error', message: "Traceback\nKeyError: 'KEY'" },
      undefined,
    ],
    [{ image: 'a/b:memory' }, { ...crash, lastExitCode: 137, lastTerminationReason: 'OOMKilled' }, undefined],
    [
      { image: 'a/b:error' },
      { ...health, state: 'terminated', reason: 'Error', lastExitCode: 1, lastTerminationReason: 'Error' },
      undefined,
    ],
    [
      { image: 'a/b:gone' },
      {
        ...health,
        state: 'waiting',
        reason: 'ImagePullBackOff',
        replicasStarted: 0,
        message: 'No such image',
      },
      [{ code: 'PCC_IMAGE_NOT_FOUND', message: 'No such image' }],
    ],
  ])('of %j shows why', async (request, shown, errors) => {
    const emulator = await startReady({ failing }, request)
    const { body } = await get(emulator, name)
    expect(body).toMatchObject({
      ready: false,
      available: false,
      reconciledDeploymentId: emulator.state.agents.get(name)?.deployment.id,
      currentRevision: { phase: 'Failed', readyReplicas: 0 },
      previousRevision: null,
      conditions: [{ type: 'Degraded', status: 'True', reason: shown.reason }],
    })
    expect(Object(body).currentRevision.health).toEqual(shown)
    expect(Object(body).errors).toEqual(errors)
    expect((await startSession(emulator, name)).body).toMatchObject({ code: 'PCC-1001' })
  })

  it('goes by the name of the agent too', async () => {
    const emulator = await startReady({ failing }, { serviceName: 'on-fire' })
    expect((await get(emulator, 'on-fire')).body).toMatchObject({
      currentRevision: { phase: 'Failed', hasInfrastructureIssue: true, health: { state: 'terminated' } },
    })
  })

  it('shows its health before it has failed, but not before it has started', async () => {
    const emulator = await start({ clock: 'manual', failing, readyAfter: 1000 })
    await create(emulator, { ...minimal, image: 'a/b:crash' })
    emulator.clock.advance(499)
    const creating = Object((await get(emulator, name)).body)
    expect(creating).toMatchObject({ currentRevision: { phase: 'Creating' } })
    expect(creating.currentRevision).not.toHaveProperty('health')
    expect(creating).not.toHaveProperty('conditions')
    emulator.clock.advance(1)
    expect((await get(emulator, name)).body).toMatchObject({
      currentRevision: { phase: 'Validating', health: { state: 'waiting', restartCount: 1 } },
    })
  })

  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [29, 2],
    [30, 3],
    [70, 4],
    [150, 5],
    [310, 6],
    [609, 6],
    [610, 7],
    [910, 8],
  ])('has after %i seconds crashed %i times', async (seconds, count) => {
    const emulator = await startReady({ failing }, { image: 'a/b:crash' })
    emulator.clock.advance(seconds * 1000)
    expect((await get(emulator, name)).body).toMatchObject({
      currentRevision: { health: { restartCount: count } },
    })
  })
})
