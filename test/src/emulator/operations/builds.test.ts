import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { create, send, sendJson, start } from '../emulation.js'
import { archiveOf, upload } from '../uploads/archive.js'

type Emulator = Awaited<ReturnType<typeof start>>
const startManual = (options = {}) => start({ clock: 'manual', builds: [], buildAfter: 1000, ...options })
const archive = archiveOf({
  Dockerfile: 'FROM scratch',
  'docker/Dockerfile.prod': 'FROM scratch',
  'bot.py': 'pass',
})
const contextHash = createHash('md5').update(archive).digest('hex').slice(0, 16)

async function build(emulator: Emulator, request: object = {}, content = archive) {
  const { uploadId } = await upload(emulator, content)
  const { status, body } = await sendJson(emulator, 'POST', '/builds', {
    uploadId,
    region: 'us-west',
    ...request,
  })
  return { status, body: Object(body) }
}

const read = async (emulator: Emulator, id: string) =>
  Object((await send(emulator, 'GET', `/builds/${id}`)).body).build
const logs = async (emulator: Emulator, id: string, query = '') =>
  Object((await send(emulator, 'GET', `/builds/${id}/logs${query}`)).body)
const list = async (emulator: Emulator, query = '') =>
  Object((await send(emulator, 'GET', `/builds${query}`)).body)

describe('a build', () => {
  it('waits, runs, prints, and succeeds', async () => {
    const emulator = await startManual({ buildLogs: ['one', 'two', 'three'] })
    const { status, body } = await build(emulator)
    const { id } = body.build
    const at = (milliseconds: number) => new Date(begun + milliseconds).toISOString()
    const begun = emulator.clock.now().getTime()
    const base = {
      id,
      organizationId: '21c3ee69-ec76-4e95-a5b1-fa4d1eb4c0a5',
      status: 'pending',
      region: 'us-west',
      contextHash,
      dockerfilePath: 'Dockerfile',
      logsUrl: `${emulator.url}/builds/${id}/logs`,
      contextSizeBytes: archive.length,
      createdAt: at(0),
      updatedAt: at(0),
    }
    expect([status, body]).toEqual([201, { build: base, contextHash, cached: false }])
    emulator.clock.advance(249)
    expect(await read(emulator, id)).toEqual(base)
    expect(await logs(emulator, id)).toEqual({ logs: [] })
    emulator.clock.advance(1)
    const running = { ...base, status: 'building', startedAt: at(250), updatedAt: at(250) }
    expect(await read(emulator, id)).toEqual(running)
    emulator.clock.advance(400)
    expect(await logs(emulator, id)).toEqual({ logs: ['one', 'two'] })
    emulator.clock.advance(350)
    expect(await read(emulator, id)).toEqual({
      ...running,
      status: 'success',
      imageUri: `registry.emulator.invalid/tiny-ferret-maroon-123/${id.slice(0, 8)}:${contextHash}`,
      imageSizeBytes: expect.any(Number),
      buildDurationSeconds: 1,
      completedAt: at(1000),
      updatedAt: at(1000),
    })
    expect(await logs(emulator, id)).toEqual({ logs: ['one', 'two', 'three', 'Build complete.'] })
    expect(await logs(emulator, id, '?limit=2')).toEqual({
      logs: ['one', 'two'],
      nextToken: expect.any(String),
    })
  })

  it('can be deployed once it has succeeded', async () => {
    const emulator = await startManual()
    const { body } = await build(emulator)
    const request = { serviceName: 'voice-starter', buildId: body.build.id }
    expect((await create(emulator, request)).body).toMatchObject({
      error: 'Build is not ready (status: pending). Only successful builds can be deployed.',
    })
    emulator.clock.advance(1000)
    expect((await create(emulator, request)).status).toBe(200)
  })

  it('is not made again once it has succeeded', async () => {
    const emulator = await startManual()
    const first = await build(emulator)
    const meanwhile = await build(emulator)
    expect([first.status, meanwhile.status]).toEqual([201, 201])
    emulator.clock.advance(1000)
    const cached = await build(emulator)
    expect([cached.status, cached.body]).toEqual([
      200,
      { build: await read(emulator, meanwhile.body.build.id), contextHash, cached: true },
    ])
    expect((await build(emulator, { dockerfilePath: 'docker/Dockerfile.prod' })).status).toBe(201)
    const elsewhere = await upload(emulator, archive, 'us-east')
    const other = { uploadId: elsewhere.uploadId, region: 'us-east' }
    expect((await sendJson(emulator, 'POST', '/builds', other)).status).toBe(201)
    expect((await build(emulator, {}, archiveOf({ Dockerfile: 'FROM other' }))).status).toBe(201)
  })

  it.each([
    [
      { dockerfilePath: '*.prod' },
      'docker/Dockerfile.prod',
      'failed',
      'A step of the Dockerfile ended with exit code 1.',
    ],
    [
      { contextHash: contextHash.slice(0, 4) + '*', status: 'timeout' },
      'Dockerfile',
      'timeout',
      'The build took too long.',
    ],
    [{ region: 'us-west', errorMessage: 'No space' }, 'Dockerfile', 'failed', 'No space'],
    [{ region: 'us-east' }, 'Missing', 'failed', 'The context has no file Missing.'],
  ] as const)('that matches %j fails', async (rule, dockerfilePath, status, errorMessage) => {
    const emulator = await startManual({ failingBuilds: [rule] })
    const { body } = await build(emulator, { dockerfilePath })
    const { id } = body.build
    emulator.clock.advance(999)
    expect(await read(emulator, id)).not.toHaveProperty('errorMessage')
    emulator.clock.advance(1)
    const found = await read(emulator, id)
    expect(found).toMatchObject({ status, errorMessage })
    expect(found).not.toHaveProperty('imageUri')
    expect((await logs(emulator, id)).logs.at(-1)).toBe(errorMessage)
    expect((await build(emulator, { dockerfilePath })).status).toBe(201)
  })

  it('of something that is no archive fails', async () => {
    const emulator = await startManual({ buildAfter: 0 })
    const { status, body } = await build(emulator, {}, Buffer.from('nothing'))
    expect([status, body.build.status]).toEqual([201, 'pending'])
    expect(await read(emulator, body.build.id)).toMatchObject({
      status: 'failed',
      errorMessage: 'The context is no gzipped tar archive.',
    })
  })

  it.each(['./Dockerfile', 'Dockerfile'])('finds its Dockerfile as %s', async (dockerfilePath) => {
    const emulator = await startManual({ buildAfter: 0 })
    const { body } = await build(emulator, { dockerfilePath })
    expect(await read(emulator, body.build.id)).toMatchObject({ status: 'success', dockerfilePath })
  })
})

describe('a request for a build', () => {
  const nobody = '57af5437-97a2-4646-9873-a5c8935bd705'

  it.each([
    [{ uploadId: nobody, region: 'us-west' }, 'Upload not found'],
    [{ uploadId: nobody, region: 'ap-south' }, "Cloud builds are not enabled in region 'ap-south'"],
    [{ uploadId: 'none', region: 'us-west' }, 'Invalid parameters'],
  ])('of %j is refused', async (request, error) => {
    const emulator = await startManual({ buildRegions: ['us-west', 'us-east'] })
    expect(await sendJson(emulator, 'POST', '/builds', request)).toMatchObject({
      status: 400,
      body: { error, code: 'GENERIC_BAD_REQUEST' },
    })
  })

  it('of what was not uploaded, or to another region, is refused', async () => {
    const emulator = await startManual({ buildRegions: ['us-west', 'us-east'] })
    const { body } = await sendJson(emulator, 'POST', '/builds/upload-url', { region: 'us-west' })
    const { uploadId } = Object(body)
    expect((await sendJson(emulator, 'POST', '/builds', { uploadId, region: 'us-west' })).body).toMatchObject(
      {
        error: 'Upload not found',
      },
    )
    const { uploadId: other } = await upload(emulator, archive)
    expect(
      (await sendJson(emulator, 'POST', '/builds', { uploadId: other, region: 'us-east' })).body,
    ).toMatchObject({
      error: "Upload is for region 'us-west' but build is in region 'us-east'",
    })
    expect(
      (await sendJson(emulator, 'POST', '/builds/upload-url', { region: 'ap-south' })).body,
    ).toMatchObject({
      error: "Cloud builds are not enabled in region 'ap-south'",
    })
  })

  it.each([
    [`/builds/${nobody}`, 404, { error: 'Build not found', code: 'NOT_FOUND' }],
    [`/builds/${nobody}/logs`, 404, { error: 'Build not found', code: 'NOT_FOUND' }],
    ['/builds/none', 400, { error: 'Invalid parameters' }],
    ['/builds/none/logs', 400, { error: 'Invalid parameters' }],
    [`/builds/${nobody}/logs?limit=10001`, 400, { error: 'Invalid parameters' }],
    ['/builds?limit=101', 400, { error: 'Invalid parameters' }],
  ])('GET %s is refused with %i', async (path, status, body) => {
    const emulator = await startManual()
    expect(await send(emulator, 'GET', path)).toMatchObject({ status, body })
  })

  it('by an id in upper case finds it', async () => {
    const emulator = await startManual()
    const { body } = await build(emulator)
    expect(await read(emulator, body.build.id.toUpperCase())).toMatchObject({ id: body.build.id })
  })
})

describe('listBuilds', () => {
  it('lists the newest first, by pages, and those that are asked for', async () => {
    const emulator = await startManual({ failingBuilds: [{ dockerfilePath: '*.prod' }] })
    const first = (await build(emulator)).body.build.id
    const second = (await build(emulator, { dockerfilePath: 'docker/Dockerfile.prod' })).body.build.id
    emulator.clock.advance(1000)
    const third = (await build(emulator, {}, archiveOf({ Dockerfile: 'FROM other' }))).body.build.id
    const ids = async (query = '') => (await list(emulator, query)).builds.map(({ id }: { id: string }) => id)
    expect(await list(emulator)).toMatchObject({ total: 3, limit: 20, offset: 0 })
    expect(await ids()).toEqual([third, second, first])
    expect(await list(emulator, '?limit=1&offset=1')).toMatchObject({
      builds: [{ id: second }],
      total: 3,
      limit: 1,
      offset: 1,
    })
    expect(await ids('?status=failed')).toEqual([second])
    expect(await ids('?status=pending')).toEqual([third])
    expect(await ids(`?contextHash=${contextHash}&status=success&region=us-west`)).toEqual([first])
    expect(await ids('?region=us-east')).toEqual([])
  })

  it('shows a build that was there at the start', async () => {
    const emulator = await start()
    expect((await list(emulator)).builds).toMatchObject([
      {
        id: '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90',
        status: 'success',
        contextHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ])
    expect(await logs(emulator, '4f6f2c1e-0f5d-4c1b-9a37-5d2f8e6b7a90')).toEqual({ logs: [] })
  })
})
