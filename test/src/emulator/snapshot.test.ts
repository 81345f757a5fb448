import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Emulator, loadState, StateError } from '../../../src/emulator/index.js'
import { begin, create, get, minimal, send, sendJson, start, startReady, update } from './emulation.js'
import { archiveOf, askForUpload, upload } from './uploads/archive.js'

const name = minimal.serviceName

/** An emulator with something of everything. */
async function startFull(): Promise<Emulator> {
  const emulator = await startReady({
    failing: [{ image: '*:bad', reason: 'Error', exitCode: 2, code: 'X', message: 'm' }],
  })
  await sendJson(emulator, 'PUT', '/secrets/my-set', { secrets: [{ secretKey: 'A', secretValue: 'b' }] })
  await sendJson(emulator, 'PATCH', '/properties', { defaultRegion: 'us-east' })
  await update(emulator, name, { krispViva: { audioFilter: 'tel' }, agentProfile: 'agent-2x' })
  await create(emulator, { serviceName: 'other', image: 'a/b:bad', region: 'us-west' })
  const { uploadId } = await upload(emulator, archiveOf({ Dockerfile: 'FROM scratch' }))
  await askForUpload(emulator)
  await sendJson(emulator, 'POST', '/builds', { uploadId, region: 'us-west' })
  const id = await begin(emulator, { createDailyRoom: true, body: { a: [1] } })
  await begin(emulator, { transport: 'websocket' })
  emulator.clock.advance(12_000)
  emulator.endSession(id)
  emulator.print({ agent: name, log: 'hello', sessionId: id })
  emulator.print({ agent: name, log: 'world' })
  return emulator
}

/** Everything that can be read of it. */
async function read(emulator: Emulator): Promise<unknown[]> {
  const paths = [
    '/agents?includeActiveDeployment=true',
    `/agents/${name}`,
    '/agents/other',
    `/agents/${name}/logs?limit=100`,
    `/agents/${name}/sessions`,
    ...[...emulator.state.sessions.keys()].map((id) => `/agents/${name}/sessions/${id}`),
    '/builds',
    '/properties',
    '/regions',
    '/secrets',
    '/secrets/my-set',
  ]
  const answers = await Promise.all(paths.map((path) => send(emulator, 'GET', path)))
  const { origin } = new URL(emulator.url)
  return answers.map(({ status, body }) => [status, JSON.parse(JSON.stringify(body).replaceAll(origin, ''))])
}

describe('a saved state', () => {
  it('is gone on with as if nothing had been', async () => {
    const emulator = await startFull()
    const saved: unknown = JSON.parse(JSON.stringify(emulator.snapshot()))
    const other = await start({ clock: 'manual', state: saved })
    expect(other.clock.now()).toEqual(emulator.clock.now())
    expect(await read(other)).toEqual(await read(emulator))
    expect(other.snapshot()).toEqual(saved)
    for (const one of [emulator, other]) one.clock.advance(100_000)
    expect(await read(other)).toEqual(await read(emulator))
  })

  it('goes on with the ids, unless there is another seed', async () => {
    const emulator = await startFull()
    const state = emulator.snapshot()
    const [same, different] = [
      await start({ clock: 'manual', state }),
      await start({ clock: 'manual', state, seed: 'another' }),
    ]
    const request = { ...minimal, serviceName: 'third' }
    const [body, sameBody, differentBody] = await Promise.all(
      [emulator, same, different].map(async (one) => (await create(one, request)).body),
    )
    expect(sameBody).toEqual(body)
    expect(differentBody).not.toEqual(body)
  })

  it('is a copy', async () => {
    const emulator = await startReady()
    const before = emulator.snapshot()
    const text = JSON.stringify(before)
    const other = await start({ state: before })
    await update(emulator, name, { image: 'a/b:2' })
    await send(other, 'DELETE', `/agents/${name}`)
    expect(JSON.stringify(before)).toBe(text)
    expect((await get(emulator, name)).status).toBe(200)
  })

  it('keeps a clock that goes by itself from going back', async () => {
    const emulator = await startReady()
    emulator.clock.advance(3_600_000)
    const state = emulator.snapshot()
    const running = await start({ state })
    expect(running.clock.isRunning).toBe(true)
    expect(running.clock.now().getTime()).toBeGreaterThanOrEqual(emulator.clock.now().getTime())
    const late = await start({ state, now: () => new Date('2100-01-01T00:00:00Z') })
    expect(late.clock.now()).toEqual(new Date('2100-01-01T00:00:00Z'))
  })
})

const valid = {
  version: 1,
  savedAt: '2026-05-11T08:00:00.000Z',
  seed: 'a',
  idCount: 0,
  regions: ['us-west'],
  properties: { defaultRegion: 'us-west' },
  secretSets: [],
  builds: [],
  uploads: [],
  agents: [],
  sessions: [],
  lines: [],
}
const set = { name: 'my-set', region: 'us-west' }

describe('a state that is none', () => {
  it('is taken when it is one', async () => {
    const emulator = await start({ state: valid })
    expect((await send(emulator, 'GET', '/secrets')).body).toEqual({ sets: [] })
  })

  it.each([
    [null, ['/ must be an object, but is null']],
    [[], ['/ must be an object, but is []']],
    [{ version: 2 }, ['/version must be 1, the version that this emulator reads, but is 2']],
    [{ version: { a: 1 } }, ['/version must be 1, the version that this emulator reads, but is {"a":1}']],
    [
      { ...valid, version: undefined },
      ['/version must be 1, the version that this emulator reads, but is undefined'],
    ],
    [{ ...valid, regions: [] }, ['/regions must be an array with at least one region, but is []']],
    [
      { ...valid, idCount: 'x', secretSets: [{ ...set, type: 'other' }, set, { ...set, more: 1 }] },
      [
        "/idCount must be a number, 0 or more, but is 'x'",
        "/secretSets/0/type must be one of secret, imagePullSecret, but is 'other'",
        '/secretSets/2/more is not known',
      ],
    ],
    [{ ...valid, secretSets: [set, { ...set, name: 'other' }, set] }, ['/secretSets/2 is a second "my-set"']],
    [{ ...valid, sessions: [{ body: 5 }] }, ['/sessions/0/id must be a string, but is undefined']],
    [
      { ...valid, properties: { defaultRegion: 'mars' } },
      ["/properties/defaultRegion must be one of us-west, but is 'mars'"],
    ],
  ])('such as %j is refused', async (state, messages) => {
    const failure: unknown = await start({ state }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StateError)
    for (const message of messages) expect(String(failure)).toContain(`\n  ${message}`)
    expect(String(failure)).toMatch(/^StateError: The saved state cannot be loaded:/)
  })

  it('names what is wrong in a request and a manifest', async () => {
    const emulator = await startReady()
    const text = JSON.stringify(emulator.snapshot())
    const state = JSON.parse(
      text.replace(`"image":"${minimal.image}"`, '"image":5').replace('"kind":"PCService"', '"kind":5'),
    )
    await expect(start({ state })).rejects.toMatchObject({
      issues: [{ pointer: '/agents/0/request/image' }, { pointer: '/agents/0/deployment/manifest/kind' }],
    })
  })
})

/** Makes a folder that is removed when the test is over. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'emulator-state-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

describe('a file', () => {
  it('keeps a state, and is replaced as a whole', async () => {
    const emulator = await startReady()
    const place = folder()
    const file = join(place, 'state.json')
    writeFileSync(file, 'something else')
    await emulator.save(file)
    expect(readdirSync(place)).toEqual(['state.json'])
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(emulator.snapshot(), null, 2)}\n`)
    const other = await start({ state: await loadState(file) })
    expect((await get(other, name)).body).toMatchObject({ ready: true })
  })

  it('that cannot be written is left, and nothing beside it', async () => {
    const emulator = await start()
    const place = folder()
    await expect(emulator.save(place)).rejects.toThrow()
    await expect(emulator.save(join(place, 'none', 'state.json'))).rejects.toThrow('ENOENT')
    expect(readdirSync(place)).toEqual([])
  })

  it.each([
    ['{', /state\.json is not JSON: /],
    ['[]', /state\.json: The saved state cannot be loaded:\n {2}\/ must be an object, but is \[\]$/],
  ])('with %s is refused', async (content, message) => {
    const file = join(folder(), 'state.json')
    writeFileSync(file, content)
    await expect(loadState(file)).rejects.toThrow(StateError)
    await expect(loadState(file)).rejects.toThrow(message)
  })

  it('that is not there is refused', async () => {
    const file = join(folder(), 'state.json')
    await expect(loadState(file)).rejects.toThrow(`${file} cannot be read: there is no such file`)
    await expect(loadState(folder())).rejects.toThrow(/cannot be read: EISDIR/)
  })
})
