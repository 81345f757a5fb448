import { describe, expect, it } from 'vitest'
import { begin, create, get, minimal, send, startReady, startSession, update } from '../emulation.js'

const name = minimal.serviceName
const path = `/agents/${name}/sessions`
const nobody = '57af5437-97a2-4646-9873-a5c8935bd705'
type Emulator = Awaited<ReturnType<typeof startReady>>

async function list(
  emulator: Emulator,
  query = '',
): Promise<{ total_count: number; sessions: { sessionId: string }[] }> {
  const { status, body } = await send(emulator, 'GET', path + query)
  if (status !== 200) throw new Error(`refused with ${status}`)
  return body as { total_count: number; sessions: { sessionId: string }[] }
}

const idsOf = ({ sessions }: { sessions: { sessionId: string }[] }) =>
  sessions.map(({ sessionId }) => sessionId)

describe('startSession', () => {
  it.each([
    [{}, ['sessionId']],
    [{ createDailyRoom: false, body: { a: 1 } }, ['sessionId']],
    [{ transport: 'webrtc' }, ['sessionId']],
    [{ createDailyRoom: true, dailyRoomProperties: { a: 1 } }, ['sessionId', 'dailyRoom', 'dailyToken']],
    [{ enableDefaultIceServers: true }, ['sessionId', 'iceConfig']],
    [{ transport: 'websocket' }, ['sessionId', 'wsUrl', 'token']],
    [{ transport: 'websocket', body: { a: 'ü' } }, ['sessionId', 'wsUrl', 'token', 'body']],
  ])('with %j answers %j', async (request, members) => {
    const emulator = await startReady()
    const { status, body } = await startSession(emulator, name, request)
    expect(status).toBe(200)
    expect(Object.keys(Object(body))).toEqual(members)
  })

  it('tells how to connect', async () => {
    const emulator = await startReady({ namespace: 'our-org' }, { region: 'eu-central' })
    const { body } = await startSession(emulator, name, { transport: 'websocket', body: { a: 'ü' } })
    const answer = Object(body)
    expect(answer.wsUrl).toBe('wss://eu-central.api.pipecat.daily.co/ws/generic/voice-starter.our-org')
    expect(JSON.parse(Buffer.from(answer.body, 'base64').toString())).toEqual({ a: 'ü' })
    expect(answer.token).toMatch(/^[\w-]+\.[\w-]+$/)
    const ice = Object((await startSession(emulator, name, { enableDefaultIceServers: true })).body)
    expect(ice.iceConfig.iceServers).toEqual([
      { urls: [expect.stringMatching(/^stun:/)] },
      {
        urls: [expect.stringMatching(/^turn:/), expect.stringMatching(/^turns:/)],
        username: expect.any(String),
        credential: expect.any(String),
      },
    ])
  })

  it.each([
    [{ body: { a: 'x'.repeat(1_048_500) } }, 200],
    [{ transport: 'websocket', body: { a: 'x'.repeat(4088) } }, 200],
    [{ transport: 'websocket', body: { a: 'x'.repeat(4089) } }, 413],
    [{ transport: 'websocket', body: { a: 'ü'.repeat(2045) } }, 413],
    [{ transport: 'webrtc', body: { a: 'x'.repeat(4089) } }, 200],
    [{ body: { a: 'x'.repeat(1_048_569) } }, 413],
    [{ transport: 'carrier-pigeon' }, 400],
    [{ surprise: 1 }, 400],
  ])('takes bodies up to their limits (%#): %i', async (request, status) => {
    const emulator = await startReady()
    const answer = await startSession(emulator, name, request)
    expect(answer.status).toBe(status)
    expect(emulator.state.sessions.size).toBe(status === 200 ? 1 : 0)
    if (status !== 200) expect(answer.body).toMatchObject({ code: String(status) })
  })

  it('refuses a body for a websocket without tokens', async () => {
    const emulator = await startReady({}, { websocketAuth: 'none' })
    const refused = await startSession(emulator, name, { transport: 'websocket', body: {} })
    expect([refused.status, Object(refused.body).code]).toEqual([400, '400'])
    const { body } = await startSession(emulator, name, { transport: 'websocket' })
    expect(Object.keys(Object(body))).toEqual(['sessionId', 'wsUrl'])
  })

  it('runs as many sessions as there may be instances, and more when one has ended', async () => {
    const emulator = await startReady({}, { autoScaling: { maxAgents: 2 } })
    const first = await begin(emulator)
    await begin(emulator)
    expect(await startSession(emulator, name)).toMatchObject({
      status: 429,
      body: { code: 'PCC-AGENT-AT-CAPACITY' },
    })
    expect((await get(emulator, name)).body).toMatchObject({ activeSessionCount: 2 })
    await send(emulator, 'DELETE', `${path}/${first}`)
    await begin(emulator)
    await update(emulator, name, { autoScaling: { maxAgents: 1 } })
    expect((await get(emulator, name)).body).toMatchObject({ activeSessionCount: 2 })
  })

  it('begins a session for a websocket only when somebody connects', async () => {
    const emulator = await startReady({}, { autoScaling: { maxAgents: 1 } })
    const id = await begin(emulator, { transport: 'websocket' })
    expect(await list(emulator)).toEqual({ total_count: 0, sessions: [] })
    expect((await send(emulator, 'GET', `${path}/${id}`)).status).toBe(404)
    expect((await send(emulator, 'GET', `/public/${name}/sessions/${id}/x`)).status).toBe(404)
    emulator.clock.advance(5000)
    emulator.connectSession(id)
    expect(await list(emulator)).toMatchObject({
      sessions: [{ sessionId: id, createdAt: emulator.clock.now().toISOString() }],
    })
    expect((await startSession(emulator, name)).status).toBe(429)
    expect(() => emulator.connectSession(id)).toThrow(/has begun already/)
    expect(() => emulator.connectSession(nobody)).toThrow(/There is no session/)
  })
})

/** Number of instances that run. */
async function replicas(emulator: Emulator): Promise<unknown> {
  return Object((await get(emulator, name)).body).currentRevision.readyReplicas
}

describe('instances', () => {
  it('are kept warm, and more are started for sessions', async () => {
    const emulator = await startReady(
      { coldStartAfter: 10_000, warmStartAfter: 2000 },
      { autoScaling: { minAgents: 1 } },
    )
    expect(await replicas(emulator)).toBe(1)
    const [warm, cold] = [await begin(emulator), await begin(emulator)]
    expect(await replicas(emulator)).toBe(2)
    emulator.clock.advance(10_000)
    const { sessions } = await list(emulator)
    expect(sessions).toMatchObject([
      { sessionId: cold, coldStart: true, botStartSeconds: 10 },
      { sessionId: warm, coldStart: false, botStartSeconds: 2 },
    ])
  })

  it('are kept five minutes after their session, and then scaled to zero', async () => {
    const emulator = await startReady()
    expect(await replicas(emulator)).toBe(0)
    const first = await begin(emulator)
    emulator.endSession(first)
    emulator.clock.advance(299_999)
    expect(await replicas(emulator)).toBe(1)
    const again = await begin(emulator)
    emulator.endSession(again)
    emulator.clock.advance(300_000)
    expect(await replicas(emulator)).toBe(1)
    emulator.clock.advance(1)
    expect((await get(emulator, name)).body).toMatchObject({
      ready: true,
      available: true,
      currentRevision: { phase: 'Active', readyReplicas: 0 },
    })
    const late = await begin(emulator)
    const starts = [first, again, late].map((id) => emulator.state.sessions.get(id)?.coldStart)
    expect(starts).toEqual([true, false, true])
  })
})

describe('a session', () => {
  const running = { endedAt: null, completionStatus: null }

  it('starts its bot, runs, and is ended by its limit', async () => {
    const emulator = await startReady({}, { maxSessionDuration: 60 })
    const begun = emulator.clock.now().getTime()
    const id = await begin(emulator)
    const at = (after: number) => new Date(begun + after).toISOString()
    const read = async () => (await send(emulator, 'GET', `${path}/${id}`)).body
    expect(await read()).toEqual({
      sessionId: id,
      serviceId: emulator.state.agents.get(name)?.id,
      organizationId: '21c3ee69-ec76-4e95-a5b1-fa4d1eb4c0a5',
      deploymentId: emulator.state.agents.get(name)?.deployment.id,
      createdAt: at(0),
      updatedAt: at(0),
      ...running,
      botStartSeconds: null,
      coldStart: null,
      resourceMetrics: null,
      meetingIds: [],
    })
    emulator.clock.advance(10_000)
    expect(await read()).toMatchObject({
      ...running,
      updatedAt: at(10_000),
      botStartSeconds: 10,
      coldStart: true,
    })
    emulator.clock.advance(49_999)
    expect(await read()).toMatchObject(running)
    emulator.clock.advance(1)
    const ended = { endedAt: at(60_000), updatedAt: at(60_000), completionStatus: 'HTTP_COMPLETED' }
    expect(await read()).toMatchObject(ended)
    emulator.clock.advance(1_000_000)
    expect(await read()).toMatchObject({ ...ended, resourceMetrics: { sampleCount: 12 } })
  })

  it('keeps the limit that it began with', async () => {
    const emulator = await startReady({}, { maxSessionDuration: 600 })
    const id = await begin(emulator)
    await update(emulator, name, { maxSessionDuration: 60 })
    emulator.clock.advance(599_999)
    expect((await send(emulator, 'GET', `${path}/${id}`)).body).toMatchObject(running)
  })

  it('lasts two hours, unless the emulator is told otherwise', async () => {
    const [usual, short] = [await startReady(), await startReady({ sessionDuration: 500 })]
    const ids = [await begin(usual), await begin(short)]
    usual.clock.advance(7_199_999)
    expect((await list(usual, '?status=active')).total_count).toBe(1)
    usual.clock.advance(1)
    expect(idsOf(await list(usual, '?status=ended'))).toEqual([ids[0]])
    short.clock.advance(499)
    expect((await list(short, '?status=active')).total_count).toBe(1)
    short.clock.advance(1)
    expect((await list(short, '?status=active')).total_count).toBe(0)
  })

  it('is ended by a test, with a status', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    emulator.clock.advance(3000)
    emulator.endSession(id, '500')
    const session = {
      endedAt: emulator.clock.now().toISOString(),
      completionStatus: '500',
      botStartSeconds: null,
    }
    emulator.clock.advance(100_000)
    expect((await send(emulator, 'GET', `${path}/${id}`)).body).toMatchObject(session)
    expect(() => emulator.endSession(id)).toThrow(/does not run/)
    expect(() => emulator.endSession(nobody)).toThrow(/There is no session/)
  })

  it('is stopped once', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    const stop = () => send(emulator, 'DELETE', `${path}/${id.toUpperCase()}`)
    expect(await stop()).toMatchObject({ status: 200, body: { status: 'terminated', session_id: id } })
    expect((await stop()).status).toBe(404)
    expect((await get(emulator, name)).body).toMatchObject({ activeSessionCount: 0 })
  })

  it.each([
    ['GET', `${path}/${nobody}`, 404],
    ['GET', `${path}/none`, 404],
    ['DELETE', `${path}/${nobody}`, 404],
    ['DELETE', `${path}/none`, 400],
    ['GET', '/agents/nobody/sessions', 404],
  ])('%s %s is refused with %i', async (method, target, status) => {
    const emulator = await startReady()
    expect(await send(emulator, method, target)).toMatchObject({ status, body: { code: String(status) } })
  })

  it('of one agent is not that of another', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    await create(emulator, { ...minimal, serviceName: 'other' })
    expect((await send(emulator, 'GET', `/agents/other/sessions/${id}`)).status).toBe(404)
    expect((await send(emulator, 'GET', '/agents/other/sessions')).body).toEqual({
      total_count: 0,
      sessions: [],
    })
  })

  it('in a Daily room has a meeting', async () => {
    const emulator = await startReady()
    const id = await begin(emulator, { createDailyRoom: true })
    expect((await send(emulator, 'GET', `${path}/${id}`)).body).toMatchObject({
      meetingIds: [{ participantId: expect.any(String), meetingId: expect.any(String) }],
    })
  })

  it('has been measured every five seconds, the same each time', async () => {
    const emulator = await startReady()
    const id = await begin(emulator)
    const begun = Math.floor(emulator.clock.now().getTime() / 1000)
    emulator.clock.advance(20_000)
    const read = async () => Object((await send(emulator, 'GET', `${path}/${id}`)).body).resourceMetrics
    const metrics = await read()
    const { timeseries } = metrics as { timeseries: { t: number; c: number; m: number }[] }
    expect(timeseries.map(({ t }) => t - begun)).toEqual([5, 10, 15, 20])
    const sorted = timeseries.map(({ c }) => c).toSorted((a, b) => a - b)
    expect([metrics.cpuMillicoresP50, metrics.cpuMillicoresP99]).toEqual([sorted[1], sorted[3]])
    expect(await read()).toEqual(metrics)
    emulator.clock.advance(5000)
    expect((await read()).timeseries.slice(0, 4)).toEqual(timeseries)
  })
})

describe('listSessions', () => {
  it('lists the newest first, by pages', async () => {
    const emulator = await startReady()
    const ids: string[] = []
    for (let count = 0; count < 12; count += 1) {
      emulator.clock.advance(1000)
      // oxlint-disable-next-line no-await-in-loop -- one is to be older than the other
      ids.unshift(await begin(emulator))
    }
    expect(await list(emulator)).toMatchObject({ total_count: 12 })
    expect(idsOf(await list(emulator))).toEqual(ids.slice(0, 10))
    expect(idsOf(await list(emulator, '?limit=5&offset=10'))).toEqual(ids.slice(10))
    expect(idsOf(await list(emulator, '?offset=12'))).toEqual([])
  })

  it('lists those that are asked for', async () => {
    const emulator = await startReady(
      { coldStartAfter: 10_000, warmStartAfter: 2000 },
      { autoScaling: { minAgents: 1 } },
    )
    const t0 = emulator.clock.now().getTime()
    emulator.clock.set(new Date(Math.ceil(t0 / 1000) * 1000))
    const second = emulator.clock.now().getTime() / 1000
    const [warm, cold] = [await begin(emulator), await begin(emulator)]
    await update(emulator, name, { image: 'a/b:2' })
    emulator.clock.advance(60_000)
    emulator.endSession(warm)
    const late = await begin(emulator)
    emulator.clock.advance(10_000)
    const [first, next] = [cold, late].map((id) => emulator.state.sessions.get(id)?.deploymentId)
    const found = async (query: string) => idsOf(await list(emulator, query))
    expect(await found('')).toEqual([late, cold, warm])
    expect(await found('?status=active')).toEqual([late, cold])
    expect(await found('?status=ended')).toEqual([warm])
    expect(await found('?status=all&startType=all')).toEqual([late, cold, warm])
    expect(await found('?startType=cold')).toEqual([cold])
    expect(await found('?startType=warm')).toEqual([late, warm])
    expect(await found(`?deploymentId=${first}`)).toEqual([cold, warm])
    expect(await found(`?deploymentId=${next}`)).toEqual([late])
    expect(await found(`?startTime=${second + 1}`)).toEqual([late])
    expect(await found(`?endTime=${second}`)).toEqual([cold, warm])
    expect(await found(`?startTime=${second}&endTime=${second + 60}`)).toEqual([late, cold, warm])
    expect(await found('?startTimeMin=2')).toEqual([cold])
    expect(await found('?startTimeMax=10')).toEqual([late, warm])
    expect(await found('?startTimeMin=1&startTimeMax=0')).toEqual([late, cold, warm])
  })

  it('reports other mistakes in the same form', async () => {
    const emulator = await startReady()
    const { status, body } = await send(emulator, 'GET', `${path}?limit=0`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      code: '400',
      err: {
        name: 'ZodError',
        issues: [{ code: 'custom', path: ['limit'], message: 'must be at least 1, but is 0' }],
      },
    })
  })
})
